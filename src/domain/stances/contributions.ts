import type { ActList } from './act-list.js';
import { Factors } from './factors.js';
import { greatestOf } from './greatest-of.js';
import type { InForce } from './in-force.js';
import type { Contribution, Stance } from './stance.js';
import type { Sums } from './sums.js';

export type Contributions = Pick<Stance, 'contributions' | 'contributionsTotal' | 'restShare'>;

interface Folded {
  readonly acts: InForce;
  readonly sums: Sums;
  readonly list: ActList;
}

/** What each act with a say contributes: all, or as many of greatest share as asked for, of equals the later ones. */
export function contributionsOf(folded: Folded, listedMax = Infinity): Contributions {
  const { sums, list } = folded;
  const terms = list.terms.subarray(sums.first, list.count);
  const listed = listedMax < terms.length ? greatestOf(terms, listedMax) : Array.from(terms.keys());
  return {
    contributions: listed.map((at) => contributionOf(folded, sums.first + at)),
    contributionsTotal: terms.length,
    restShare: without(terms, listed) / sums.total,
  };
}

function contributionOf({ acts, sums, list }: Folded, position: number): Contribution {
  const { columns } = acts.cell;
  const row = list.rows[position] ?? 0;
  return {
    act: columns.act[row] ?? 0,
    kind: columns.kindOf(row),
    effective: columns.effective[row] ?? 0,
    value: columns.value[row] ?? 0,
    weight: Factors.of(acts.lens.codeBook).weightOf(columns, row),
    standing: list.standings[position] ?? 0,
    share: (list.terms[position] ?? 0) / sums.total,
  };
}

/** The sum of the terms that are not listed. */
function without(terms: Float64Array, listed: readonly number[]): number {
  let rest = 0;
  let next = 0;
  for (let at = 0; at < terms.length; at++) {
    if (at === listed[next]) next += 1;
    else rest += terms[at] ?? 0;
  }
  return rest;
}
