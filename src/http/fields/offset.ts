import { field, type FieldNotes } from './field.js';

/** A place in a text, in Unicode code points from 0. */
export function Offset(notes: FieldNotes): PropertyDecorator {
  const expected = 'a whole number, 0 or more: code points from the start of the text';
  const accepts = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
  return field({ name: 'offset', expected, holds: { type: 'integer', minimum: 0 }, accepts }, notes);
}
