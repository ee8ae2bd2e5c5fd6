import { Refusal } from '../../domain/shared/refusal.js';
import type { Asked } from './asked.js';
import { type Parameter, parameters } from './parameter.js';

// JSON Schema has no greater number that every reader keeps exact; more is read, and refused as beyond the head.
const unsigned = { type: 'integer', minimum: 0 } as const;
const named = (name: string, says: string): Parameter => ({ name, says, schema: unsigned });
const limitRange = { min: 1, max: 1000, default: 1000 };

export const inclusionParameters = parameters([
  { ...named('sequence', 'The event that is proven to be in the tree.'), example: 3 },
  named('size', 'Events of the tree that it is proven for; all that this node has projected when left out.'),
]);

export const consistencyParameters = parameters([
  { ...named('from', 'Events of the earlier tree.'), example: 3 },
  named('to', 'Events of the later tree; all that this node has projected when left out.'),
]);

export const logPageParameters = parameters([
  named('after', 'Events after this sequence: `next` of the page before; from the first when left out.'),
  {
    name: 'limit',
    says: `Events of a page, ${limitRange.default} when left out.`,
    schema: { type: 'integer', minimum: limitRange.min, maximum: limitRange.max, default: limitRange.default },
  },
]);

export function logPageOf(asked: Asked): { readonly after: number; readonly limit: number } {
  const limit = asked.integer('limit', limitRange) ?? limitRange.default;
  return { after: asked.integer('after', { min: 0 }) ?? 0, limit };
}

/** @throws Refusal `invalid` when it is not given */
export function neededNumber(asked: Asked, name: string): bigint {
  const number = asked.unsigned(name);
  const detail = 'This is needed.';
  if (number === null) throw new Refusal('invalid', detail, [{ pointer: `?${name}`, detail }]);
  return number;
}
