import { field, type FieldNotes } from './field.js';

/** One word of a fixed list. */
export function OneOf(values: readonly string[], notes: FieldNotes): PropertyDecorator {
  const allowed = new Set<unknown>(values);
  const expected = `one of ${values.join(', ')}`;
  const holds = { type: 'string', enum: [...values] } as const;
  return field({ name: 'one-of', expected, holds, accepts: (value) => allowed.has(value) }, notes);
}
