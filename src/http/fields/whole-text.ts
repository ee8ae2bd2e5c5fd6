import { field, type FieldNotes } from './field.js';

/** A source's text: any string here; its size, its Unicode and whether it may be kept the application judges. */
export function WholeText(notes: FieldNotes): PropertyDecorator {
  const accepts = (value: unknown): boolean => typeof value === 'string';
  return field({ name: 'whole-text', expected: 'the text, a string', holds: { type: 'string' }, accepts }, notes);
}
