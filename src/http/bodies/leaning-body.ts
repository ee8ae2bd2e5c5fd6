import type { Leaning } from '../../domain/acts/act-content.js';
import { Real } from '../fields/real.js';
import { Slug } from '../fields/slug.js';
import { Text } from '../fields/text.js';
import { given } from './given.js';

/** One act's value on one issue's axis. */
export class LeaningBody {
  @Slug({ says: 'The issue.', example: 'us-mediation' })
  readonly issue!: string;

  @Real({ min: -1, max: 1 }, { says: 'The value on its axis, −1 … +1.', example: -0.6 })
  readonly value!: number;

  @Text({ max: 2000 }, { says: 'Why this value.', optional: true })
  readonly note?: string | null;
}

export function leaningOf({ issue, value, note }: LeaningBody): Leaning {
  return { issue, value, note: given(note) };
}
