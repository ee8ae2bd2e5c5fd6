import { beginningOfTime, endOfTime, type Instant } from './instant.js';
import type { Period } from './period.js';
import { readReducedDate } from './reduced-date.js';

const date = /(\d{4}-\d\d-\d\d)/;
const clock = /([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?/;
const offset = /(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))/;
const shape = new RegExp(`^${date.source}[Tt]${clock.source}${offset.source}$`);

/** An RFC 3339 instant, its fraction cut to milliseconds; undefined for anything else, leap seconds included. */
export function readZonedInstant(raw: string): Period | undefined {
  const found = shape.exec(raw);
  const day = readReducedDate(found?.[1] ?? '');
  if (!found || !day) return undefined;
  const ahead = (found[6] === '-' ? -1 : 1) * clockMs(found[7], found[8]);
  return periodAt(day.start + clockMs(found[2], found[3], found[4]) + fractionMs(found[5]) - ahead);
}

function clockMs(hours = '0', minutes = '0', seconds = '0'): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

function fractionMs(fraction = ''): number {
  return Number(fraction.slice(0, 3).padEnd(3, '0'));
}

// The offset can carry the first and last hours of time into a year that cannot be written.
function periodAt(instant: Instant): Period | undefined {
  if (instant < beginningOfTime || instant >= endOfTime) return undefined;
  return { start: instant, end: instant, precision: 'instant' };
}
