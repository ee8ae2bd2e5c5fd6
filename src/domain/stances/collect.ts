import type { Cell } from './cell.js';
import { InForce } from './in-force.js';
import { Scan } from './scan.js';
import type { StanceQuestion } from './stance-question.js';
import type { Withdrawals } from './withdrawals.js';

/** Room that questions use one after the other, since allocating it would cost more than scanning a small cell. */
let room: InForce | null = null;

/**
 * Collects the acts in force at the question's (T, K) that pass its selection, with their standings.
 * The result is good until the next call.
 */
export function collect(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): InForce {
  room ??= new InForce(cell, question);
  room.about(cell, question);
  new Scan(room, question).run(withdrawals);
  return room;
}
