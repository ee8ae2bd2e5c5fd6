import type { Type } from '@nestjs/common';
import { field, type FieldNotes } from './field.js';

/** An object within a body, with fields of its own; they are checked one by one. */
export function Part(part: () => Type<object>, notes: FieldNotes): PropertyDecorator {
  return field({ name: 'part', expected: 'an object', holds: part, accepts: () => true }, notes);
}
