import type { Decay } from '../decay.js';
import { exp2 } from '../exp2.js';
import { halfLivesIn } from '../half-life.js';
import type { InForce } from '../in-force.js';
import { DecayedFold } from './decayed-fold.js';
import type { StanceModel } from './stance-model.js';

/**
 * Every act's say halves with each half-life since it took effect (DESIGN section 5):
 * term = weight · standing · m · 2^(e − e*), where e* = sums.scale is the greatest e that contributes.
 */
export const decayedMean1: StanceModel = {
  name: 'decayed-mean',
  version: 1,
  decays: true,

  fold(sums, acts, from) {
    if (from === 0) sums.clear();
    new DecayedFold(sums, acts, decayOf(acts)).run(from);
  },

  along: (sums, acts) => new DecayedFold(sums, acts, decayOf(acts)),

  writeTerms({ scale }, acts, { rows, standings, terms, count }) {
    const decay = decayOf(acts);
    const { columns } = acts.cell;
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      terms[at] = decay.termOf(row, { standing: standings[at] ?? 0, columns, scale });
    }
  },

  strength: (sums, validAt, halfLifeDays) => sums.total * exp2(sums.scale - halfLivesIn(validAt, halfLifeDays)),

  termOf: (weight, standing, decay) => weight * standing * decay,
};

function decayOf({ cell, lens }: InForce): Decay {
  return cell.decay(lens.codeBook, lens.halfLifeDays);
}
