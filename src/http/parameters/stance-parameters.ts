import { breakdownKeys } from '../../application/asking/analysis-views.js';
import { basisParameters } from './basis-parameters.js';
import { parameters } from './parameter.js';

const text = { type: 'string' };
const contributions = 'How many contributions to show, those of greatest share: `all`, `none` or a number; else 100.';

/** How far beyond its band a score must lie for a shift. */
export const marginRange = { min: 0, max: 1, default: 0.05 };

const period = [
  { name: 'from', says: 'From the start of this; from the first step when left out.', schema: text },
  { name: 'to', says: 'Until the end of this; open when left out.', schema: text },
];
const margin = {
  name: 'margin',
  says: `How far beyond its band a score must lie for a shift; ${marginRange.default} when left out.`,
  schema: { type: 'number', minimum: marginRange.min, maximum: marginRange.max, default: marginRange.default },
};

export const stanceParameters = parameters(
  [{ name: 'contributions', says: contributions, schema: text, example: 'all' }],
  basisParameters,
);

/** Of questions about one stance that ask for nothing but a basis. */
export const analysisParameters = parameters(basisParameters);

const by = {
  name: 'by',
  says: 'What to break the stance down by; it must be given.',
  schema: { type: 'string', enum: [...breakdownKeys] },
  example: 'speaker',
};

const afterSequence = {
  name: 'afterSequence',
  says: 'Only what was learned after this sequence; everything when left out.',
  schema: { type: 'integer', minimum: 0, default: 0 },
};

export const revisionsParameters = parameters([afterSequence], basisParameters);

export const breakdownParameters = parameters([by], basisParameters);

export const matrixParameters = parameters(
  [
    { name: 'party', says: 'These parties, with commas between; all when left out.', schema: text },
    { name: 'issue', says: 'These issues, with commas between; all when left out.', schema: text },
  ],
  basisParameters,
);

export const timelineParameters = parameters(period, basisParameters);

export const shiftsParameters = parameters([...period, margin], basisParameters);
