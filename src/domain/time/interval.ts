import type { Period } from './period.js';
import { readReducedDate } from './reduced-date.js';

/** A closed EDTF interval of dates, `a/b`, where b does not begin before a; undefined for anything else. */
export function readInterval(raw: string): Period | undefined {
  const [first, last, ...rest] = raw.split('/').map(readReducedDate);
  if (!first || !last || rest.length > 0 || last.start < first.start) return undefined;
  return { start: first.start, end: last.end, precision: 'interval' };
}
