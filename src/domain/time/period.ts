import type { Instant } from './instant.js';

type Precision = 'instant' | 'day' | 'month' | 'year' | 'interval';

/** A stretch of time: `start` belongs to it, `end` is the first instant after it. An instant is its own end. */
export interface Period {
  readonly start: Instant;
  readonly end: Instant;
  readonly precision: Precision;
}
