import type { Cell } from './cell.js';
import type { StanceQuestion } from './stance-question.js';
import type { Stance } from './stance.js';
import type { Withdrawals } from './withdrawals.js';

export declare function stanceOf(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): Stance;
