import type { InForce } from './in-force.js';
import type { Sums } from './sums.js';

const mixedMin = 0.5;

/** How far rounding can carry the quick variance away from the true one, with much to spare. */
const doubt = 1e-6;
/** Below this total the terms may have lost digits to underflow, and the quick variance with them. */
const totalMin = 1e-200;

/** sqrt(Σ share × (value − score)²), by a second pass over the terms that the model wrote: 0 when all agree. */
export function spreadOf(sums: Sums, { cell, rows, terms, count }: InForce): number {
  const { value: values } = cell.columns;
  const { score, total } = sums;
  let squares = 0;
  for (let at = sums.first; at < count; at++) {
    const difference = (values[rows[at] ?? 0] ?? 0) - score;
    squares += (terms[at] ?? 0) * (difference * difference);
  }
  return Math.sqrt(squares / total);
}

export function isMixed(spread: number): boolean {
  return spread >= mixedMin;
}

/** What isMixed says of the spread, from the sums alone where they leave no doubt; null where they do. */
export function isClearlyMixed({ variance, total }: Sums): boolean | null {
  const excess = variance - mixedMin * mixedMin;
  return Math.abs(excess) > doubt && total > totalMin ? excess > 0 : null;
}
