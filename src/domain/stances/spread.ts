import { ActList } from './act-list.js';
import type { InForce } from './in-force.js';
import type { StanceModel } from './models/stance-model.js';
import type { Sums } from './sums.js';

const mixedMin = 0.5;

/** How far rounding can carry the quick variance away from the true one, with much to spare. */
const doubt = 1e-6;
/** Below this total the terms may have lost digits to underflow, and the quick variance with them. */
const totalMin = 1e-200;

/** sqrt(Σ share × (value − score)²) by a second pass over the terms, whatever they are in: 0 when all agree. */
export function spreadOf(sums: Sums, score: number, { acts, list }: { acts: InForce; list: ActList }): number {
  const { rows, terms, count } = list;
  const { value: values } = acts.cell.columns;
  let squares = 0;
  for (let at = sums.first; at < count; at++) {
    const difference = (values[rows[at] ?? 0] ?? 0) - score;
    squares += (terms[at] ?? 0) * (difference * difference);
  }
  return Math.sqrt(squares / sums.total);
}

/** The spread is at least 0.5. */
export function isMixed(spread: number): boolean {
  return spread >= mixedMin;
}

/** What isMixed would say, from the sums alone; by the second pass only where rounding leaves them in doubt. */
export function isMixedBySums(
  sums: Sums,
  score: number,
  { acts, model }: { acts: InForce; model: StanceModel },
): boolean {
  const excess = sums.variance(score) - mixedMin * mixedMin;
  if (Math.abs(excess) > doubt && sums.total > totalMin) return excess > 0;
  const list = new ActList();
  list.fill(acts);
  model.writeTerms(sums, acts, list);
  return isMixed(spreadOf(sums, score, { acts, list }));
}
