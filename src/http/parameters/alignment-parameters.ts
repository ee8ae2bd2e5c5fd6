import { basisParameters } from './basis-parameters.js';
import type { Parameter } from './parameter.js';
import { parameters } from './parameter.js';

const text = { type: 'string' };
const issue: Parameter = {
  name: 'issue',
  says: 'On these issues, with commas between; all when left out.',
  schema: text,
};

export const minIssuesRange = { min: 1, max: 10_000, default: 1 };

export const alignmentParameters = parameters(
  [
    {
      name: 'parties',
      says: 'Two parties or more, with commas between; all when left out.',
      schema: text,
      example: 'united-states,france',
    },
    issue,
  ],
  basisParameters,
);

export const alignmentTimelineParameters = parameters(
  [
    { name: 'parties', says: 'Two parties, with a comma between.', schema: text, example: 'united-states,france' },
    issue,
    { name: 'from', says: 'From the start of this; from the first step when left out.', schema: text },
    { name: 'to', says: 'Until the end of this; open when left out.', schema: text },
  ],
  basisParameters,
);

export const nearestParameters = parameters(
  [
    { name: 'party', says: 'Whose neighbours; it must be given.', schema: text, example: 'united-states' },
    issue,
    {
      name: 'minIssues',
      says: 'Leaves out parties that share a score with it on fewer issues.',
      schema: { type: 'integer', minimum: minIssuesRange.min, default: minIssuesRange.default },
    },
  ],
  basisParameters,
);

export const networkParameters = parameters(
  [
    {
      name: 'mode',
      says: '`two`: parties and issues, joined by stances (when left out). `one`: parties, joined by alignment.',
      schema: { type: 'string', enum: ['two', 'one'] },
    },
    {
      name: 'format',
      says: '`graphml` (when left out) or `csv`.',
      schema: { type: 'string', enum: ['graphml', 'csv'] },
    },
    { name: 'parties', says: 'These parties, with commas between; all when left out.', schema: text },
    issue,
  ],
  basisParameters,
);
