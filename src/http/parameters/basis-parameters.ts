import { knowledgeParameters } from './knowledge-parameters.js';
import { lensParameters } from './lens-parameters.js';
import type { Parameter } from './parameter.js';

const version = { type: 'integer', minimum: 1, default: 1 };
const validAt = 'When it was so: T is the end of this time. The end of today, UTC, when left out.';

/** What an answer is computed on: T, K, model, code book, lens. A basis that was given is accepted back. */
export const basisParameters: readonly Parameter[] = [
  { name: 'validAt', says: validAt, schema: { type: 'string' }, example: '2025-04-22' },
  ...knowledgeParameters,
  { name: 'model', says: '`decayed-mean` when left out; or `latest`, or `mean`.', schema: { type: 'string' } },
  { name: 'modelVersion', says: 'The version of the model.', schema: version },
  { name: 'codebook', says: 'The version of the code book.', schema: version },
  ...lensParameters,
];
