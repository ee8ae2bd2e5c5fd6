import type { FieldNotes } from './field.js';
import { Matching } from './matching.js';

export const uuidShape = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** The id of an act; upper-case digits are taken and turned into their normal form later. */
export function ActId(notes: FieldNotes): PropertyDecorator {
  return Matching({ name: 'act-id', expected: 'the id of an act, a UUID', pattern: uuidShape, max: 36 }, notes);
}
