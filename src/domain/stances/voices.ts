import type { ActList } from './act-list.js';
import type { InForce } from './in-force.js';
import type { Sums } from './sums.js';

/** What the acts on either side of 0 have of the shares; the rest is with those at 0 itself. */
export interface Voices {
  readonly negative: number;
  readonly positive: number;
}

interface Folded {
  readonly acts: InForce;
  readonly sums: Sums;
  readonly list: ActList;
}

/** By a pass over the terms that the model wrote, in their order. */
export function voicesOf({ acts, sums, list }: Folded): Voices {
  const { value: values } = acts.cell.columns;
  let [negative, positive] = [0, 0];
  for (let at = sums.first; at < list.count; at++) {
    const value = values[list.rows[at] ?? 0] ?? 0;
    if (value < 0) negative += list.terms[at] ?? 0;
    else if (value > 0) positive += list.terms[at] ?? 0;
  }
  return { negative: negative / sums.total, positive: positive / sums.total };
}
