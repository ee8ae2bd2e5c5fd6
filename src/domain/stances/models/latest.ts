import { Factors } from '../factors.js';
import type { InForce } from '../in-force.js';
import type { StanceModel } from './stance-model.js';

/** The last act in force alone: its value, with weight × standing as the strength. */
export const latest1: StanceModel = {
  name: 'latest',
  version: 1,
  decays: false,

  fold(sums, acts) {
    sums.clear();
    sums.first = acts.count - 1;
    sums.add(lastTermOf(acts), acts.cell.columns.value[acts.lastRow] ?? 0);
  },

  along: () => null,

  writeTerms(sums, acts, { terms }) {
    terms[sums.first] = lastTermOf(acts);
  },

  strength: (sums) => sums.total,

  termOf: (weight, standing) => weight * standing,
};

function lastTermOf({ cell, lens, lastRow, standings, ranges }: InForce): number {
  return Factors.of(lens.codeBook).weightOf(cell.columns, lastRow) * (standings[ranges - 1] ?? 0);
}
