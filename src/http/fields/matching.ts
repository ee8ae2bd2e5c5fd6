import { field, type FieldNotes } from './field.js';

interface Shape {
  readonly name: string;
  /** Completes the sentence "This is …". */
  readonly expected: string;
  readonly pattern: RegExp;
  readonly max: number;
  readonly format?: string;
}

/** A string of a fixed shape. */
export function Matching({ name, expected, pattern, max, format }: Shape, notes: FieldNotes): PropertyDecorator {
  const holds = { type: 'string', pattern: pattern.source, maxLength: max, ...(format && { format }) } as const;
  const accepts = (value: unknown): boolean => typeof value === 'string' && value.length <= max && pattern.test(value);
  return field({ name, expected, holds, accepts }, notes);
}
