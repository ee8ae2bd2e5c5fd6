import type { BasisAsked } from '../../src/application/asking/basis.js';

/** The basis of a question that says nothing: now, at the head, by the default model. */
export const defaultBasis: BasisAsked = {
  validAt: null,
  atSequence: null,
  knownAt: null,
  minSequence: null,
  model: 'decayed-mean',
  modelVersion: 1,
  codebook: 1,
  lens: {},
};
