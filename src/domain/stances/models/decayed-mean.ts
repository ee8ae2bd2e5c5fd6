import type { Decay } from '../decay.js';
import { exp2 } from '../exp2.js';
import { halfLivesIn } from '../half-life.js';
import type { InForce } from '../in-force.js';
import { powerOfTwo } from '../power-of-two.js';
import type { StanceModel } from './stance-model.js';

/** With more half-lives between the first act and the last, scaled sums might lose bits to underflow. */
const spanMax = 800;

/**
 * Every act's say halves with each half-life since it took effect (DESIGN section 5):
 * term = weight · standing · m · 2^(e − e*), left to right, where e* = sums.scale is the greatest e that contributes.
 */
export const decayedMean1: StanceModel = {
  name: 'decayed-mean',
  version: 1,
  decays: true,

  fold(sums, acts, from) {
    const decay = acts.cell.decay(acts.lens.codeBook, acts.lens.halfLifeDays);
    const least = decay.exponent[acts.row(0)] ?? 0;
    const scale = decay.exponent[acts.row(acts.count - 1)] ?? 0;
    const continues = from > 0 && acts.tame && scale - least <= spanMax;
    if (continues) sums.rescale(powerOfTwo(sums.scale - scale));
    else sums.clear();
    sums.scale = scale;
    const first = continues ? from : 0;
    if (acts.partial) writePartialTerms(acts, decay, first);
    else writeTerms(acts, decay, first);
    sums.add(acts, first);
  },

  strength: (sums, validAt, halfLifeDays) => sums.total * exp2(sums.scale - halfLivesIn(validAt, halfLifeDays)),
};

function writeTerms({ rows, terms, count }: InForce, { weighted, exponent }: Decay, from: number): void {
  const scale = exponent[rows[count - 1] ?? 0] ?? 0;
  for (let at = from; at < count; at++) {
    const row = rows[at] ?? 0;
    terms[at] = (weighted[row] ?? 0) * powerOfTwo((exponent[row] ?? 0) - scale);
  }
}

function writePartialTerms({ cell, rows, standings, terms, count }: InForce, decay: Decay, from: number): void {
  const { exponent } = decay;
  const scale = exponent[rows[count - 1] ?? 0] ?? 0;
  for (let at = from; at < count; at++) {
    const row = rows[at] ?? 0;
    const weighted = decay.weightedBy(standings[at] ?? 0, cell.columns, row);
    terms[at] = weighted * powerOfTwo((exponent[row] ?? 0) - scale);
  }
}
