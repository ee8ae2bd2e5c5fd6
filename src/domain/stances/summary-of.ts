import type { Cell } from './cell.js';
import type { StanceQuestion } from './stance-question.js';
import type { StanceSummary } from './stance.js';
import type { Withdrawals } from './withdrawals.js';

export declare function summaryOf(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): StanceSummary;
