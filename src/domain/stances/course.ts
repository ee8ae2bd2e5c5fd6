import type { Instant } from '../time/instant.js';
import type { Moment } from './models/stance-model.js';

/**
 * A line through valid time and knowledge along which a stance is followed, by places that grow: instants, sequences,
 * or both at once where a cell's rows have instants for sequences. What is null goes along with the place.
 */
export interface Course {
  readonly validAt: Instant | null;
  readonly sequence: number | null;
}

/** T and K at a place. */
export function momentAt({ validAt, sequence }: Course, place: number): Moment {
  return { validAt: validAt ?? place, sequence: sequence ?? place };
}
