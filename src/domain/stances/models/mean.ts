import type { InForce } from '../in-force.js';
import type { Sums } from '../sums.js';
import type { StanceModel } from './stance-model.js';

/** Every act in force counts 1, however old, weighty or doubtful; strength is their number. */
export const mean1: StanceModel = {
  name: 'mean',
  version: 1,
  decays: false,

  fold(sums, acts, from) {
    if (from === 0) sums.clear();
    for (let range = acts.rangeFrom(from); range < acts.ranges; range++) {
      addRows(sums, acts, { first: Math.max(acts.firsts[range] ?? 0, from), stop: acts.stops[range] ?? 0 });
    }
  },

  along: () => null,

  writeTerms(_sums, _acts, { terms, count }) {
    terms.fill(1, 0, count);
  },

  strength: (sums) => sums.total,

  termOf: () => 1,
};

function addRows(
  sums: Sums,
  { cell }: InForce,
  { first, stop }: { readonly first: number; readonly stop: number },
): void {
  const { value } = cell.columns;
  for (let row = first; row < stop; row++) sums.add(1, value[row] ?? 0);
}
