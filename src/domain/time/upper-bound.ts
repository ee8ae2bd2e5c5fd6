import { endOfTime, formatInstant, type Instant } from './instant.js';
import { asUpperBound, parseTime } from './time.js';

const end = formatInstant(endOfTime);

/**
 * Reads `to`, `validAt` and the like. The end of year 9998 is accepted too, as `formatInstant` writes it, although
 * it is no time: an answer asked for 9998 gives it in its basis, and a basis must be accepted back.
 */
export function parseUpperBound(raw: string, pointer: string): Instant {
  return raw === end ? endOfTime : asUpperBound(parseTime(raw, pointer));
}
