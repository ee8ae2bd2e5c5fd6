import type { Cell } from './cell.js';
import type { Segment } from './segment.js';
import type { TimelineQuestion } from './stance-question.js';
import type { Withdrawals } from './withdrawals.js';

export declare function timelineOf(cell: Cell, withdrawals: Withdrawals, question: TimelineQuestion): readonly Segment[];
