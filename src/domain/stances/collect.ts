import type { Cell } from './cell.js';
import { InForce } from './in-force.js';
import { Scan } from './scan.js';
import type { StanceQuestion } from './stance-question.js';
import { Sums } from './sums.js';
import type { Withdrawals } from './withdrawals.js';

/** The acts that make a stance, and what the question's model makes of them, if there are any. */
export interface Collected {
  readonly acts: InForce;
  readonly sums: Sums;
}

/** Room that questions use one after the other, since allocating it would cost more than scanning a small cell. */
let room: Collected | null = null;

/**
 * Collects the acts in force at the question's (T, K) that pass its selection, with their standings, and folds them.
 * The result is good until the next call.
 */
export function collect(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): Collected {
  room ??= { acts: new InForce(cell, question), sums: new Sums() };
  const { acts, sums } = room;
  acts.about(cell, question);
  const isFolded = new Scan(acts, sums, question).run(withdrawals);
  if (!isFolded && acts.count > 0) question.model.fold(sums, acts, 0);
  return room;
}
