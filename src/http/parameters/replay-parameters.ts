import { replayClocks } from '../../application/replaying/replay-by.js';
import type { Asked } from './asked.js';
import { basisParameters } from './basis-parameters.js';
import { parameters } from './parameter.js';
import { matrixParameters } from './stance-parameters.js';

const text = { type: 'string' };
const speedRange = { min: 0.001, max: 1e12 };
const cells = [...matrixParameters.values()].filter(({ name }) => name === 'party' || name === 'issue');

const by =
  '`valid`: as it happened; `known`: as it was recorded, at one T; `published`: as it came out. `valid` when left out.';
const speed = `How many times faster than it happened, from ${speedRange.min}; or \`max\`, as when left out.`;

export const replayParameters = parameters(
  [
    { name: 'by', says: by, schema: { type: 'string', enum: [...replayClocks] } },
    { name: 'from', says: 'From the start of this; from the first act when left out.', schema: text },
    {
      name: 'to',
      says: 'Until the end of this; until `validAt`, along knowledge until K, when left out.',
      schema: text,
    },
    { name: 'speed', says: speed, schema: text, example: 'max' },
    { name: 'after', says: 'Go on after the event with this id; `Last-Event-ID` says the same.', schema: text },
    ...cells,
  ],
  basisParameters,
);

/** Infinity for `max`. @throws Refusal `invalid`, also for 0 and what is negative */
export function speedOf(asked: Asked): number {
  return asked.text('speed') === 'max' ? Infinity : (asked.decimal('speed', speedRange) ?? Infinity);
}
