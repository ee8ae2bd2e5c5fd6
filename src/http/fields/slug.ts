import type { FieldNotes } from './field.js';
import { Matching } from './matching.js';

export const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const slugLengthMax = 64;
export const sourceIdLengthMax = 128;

const expected = (max: number): string => `an id: a-z, 0-9 and single hyphens between, at most ${max} characters`;

/** The id of a party, speaker or issue. */
export function Slug(notes: FieldNotes): PropertyDecorator {
  const max = slugLengthMax;
  return Matching({ name: 'slug', expected: expected(max), pattern: slugShape, max }, notes);
}

/** The id of a source: a slug that may be longer. */
export function SourceId(notes: FieldNotes): PropertyDecorator {
  const max = sourceIdLengthMax;
  return Matching({ name: 'source-id', expected: expected(max), pattern: slugShape, max }, notes);
}
