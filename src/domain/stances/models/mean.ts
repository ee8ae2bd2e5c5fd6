import type { StanceModel } from './stance-model.js';

/** Every act in force counts 1, however old, weighty or doubtful; strength is their number. */
export const mean1: StanceModel = {
  name: 'mean',
  version: 1,
  decays: false,

  fold(sums, acts, from) {
    if (from === 0) sums.clear();
    acts.terms.fill(1, from, acts.count);
    sums.add(acts, from);
  },

  strength: (sums) => sums.total,
};
