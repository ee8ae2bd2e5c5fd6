import { field, type FieldNotes } from './field.js';

const lengthMax = 100;

/** A time as it is given: here only a string, the domain reads it and says what is a time. */
export function TimeText(notes: FieldNotes): PropertyDecorator {
  const expected = `a time, a string such as "2025-04-22" or "2025-04-22T10:00:00Z"`;
  const accepts = (value: unknown): boolean => typeof value === 'string' && value.length <= lengthMax;
  return field({ name: 'time', expected, holds: { type: 'string', maxLength: lengthMax }, accepts }, notes);
}
