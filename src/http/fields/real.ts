import { field, type FieldNotes } from './field.js';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** A number; its range is told here and judged by the domain, which knows why. */
export function Real({ min, max }: Range, notes: FieldNotes): PropertyDecorator {
  const holds = { type: 'number', minimum: min, maximum: max } as const;
  return field({ name: 'real', expected: 'a JSON number', holds, accepts: Number.isFinite }, notes);
}
