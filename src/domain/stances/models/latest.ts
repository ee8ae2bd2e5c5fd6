import { Factors } from '../factors.js';
import type { StanceModel } from './stance-model.js';

/** The last act in force alone: its value, with weight × standing as the strength. */
export const latest1: StanceModel = {
  name: 'latest',
  version: 1,
  decays: false,

  fold(sums, acts) {
    const last = acts.count - 1;
    const weight = Factors.of(acts.lens.codeBook).weightOf(acts.cell.columns, acts.row(last));
    acts.terms[last] = weight * acts.standing(last);
    sums.clear();
    sums.first = last;
    sums.add(acts, last);
  },

  strength: (sums) => sums.total,
};
