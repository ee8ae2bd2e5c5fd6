import { basisParameters } from './basis-parameters.js';
import { type Parameter, parameters } from './parameter.js';

const text = { type: 'string' };

/** How many cells a list of differences shows. */
export const cellsShown = { min: 1, max: 10_000, default: 50 };

const sides: readonly Parameter[] = (['from', 'to'] as const).flatMap((side) =>
  basisParameters.map((parameter) => ({
    ...parameter,
    name: `${side}.${parameter.name}`,
    says: `\`${parameter.name}\` of ${side === 'from' ? 'the stance before' : 'the stance after'} alone.`,
  })),
);

/** How many parts a difference of a stance shows: one for each act whose share is another. */
export const partsShown = { min: 0, max: 10_000, default: 10_000 };

const shown = {
  name: 'parts',
  says: `How many parts to show, the greatest; ${partsShown.default} when left out. \`restPart\` sums up the others.`,
  schema: { type: 'integer', minimum: partsShown.min, maximum: partsShown.max, default: partsShown.default },
};

/** What is given without a side is common to both. */
export const differenceParameters = parameters([shown], basisParameters, sides);

export const differencesParameters = parameters(
  [
    { name: 'party', says: 'These parties, with commas between; all when left out.', schema: text },
    { name: 'issue', says: 'These issues, with commas between; all when left out.', schema: text },
    {
      name: 'limit',
      says: `How many cells to show, those that changed most; ${cellsShown.default} when left out.`,
      schema: { type: 'integer', minimum: cellsShown.min, maximum: cellsShown.max, default: cellsShown.default },
    },
  ],
  basisParameters,
  sides,
);
