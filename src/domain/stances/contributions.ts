import { Factors } from './factors.js';
import { greatestOf } from './greatest-of.js';
import type { InForce } from './in-force.js';
import type { Contribution, Stance } from './stance.js';
import type { Sums } from './sums.js';

export type Contributions = Pick<Stance, 'contributions' | 'contributionsTotal' | 'restShare'>;

/** What each act with a say contributes: all, or as many of greatest share as asked for, of equals the later ones. */
export function contributionsOf(sums: Sums, acts: InForce, listedMax = Infinity): Contributions {
  const terms = acts.terms.subarray(sums.first, acts.count);
  const total = terms.length;
  if (total <= listedMax) {
    const contributions = Array.from(terms.keys(), (at) => contributionOf(sums, acts, sums.first + at));
    return { contributions, contributionsTotal: total, restShare: 0 };
  }
  const listed = greatestOf(terms, listedMax);
  const contributions = listed.map((at) => contributionOf(sums, acts, sums.first + at));
  return { contributions, contributionsTotal: total, restShare: without(terms, listed) / sums.total };
}

function contributionOf(sums: Sums, acts: InForce, position: number): Contribution {
  const { cell, lens, terms } = acts;
  const row = acts.row(position);
  const { act, kind, effective, value } = cell.rowAt(row);
  const weight = Factors.of(lens.codeBook).weightOf(cell.columns, row);
  const standing = acts.standing(position);
  return { act, kind, effective, value, weight, standing, share: (terms[position] ?? 0) / sums.total };
}

function without(terms: Float64Array, listed: readonly number[]): number {
  let rest = 0;
  let next = 0;
  for (const [at, term] of terms.entries()) {
    if (at === listed[next]) next += 1;
    else rest += term;
  }
  return rest;
}
