import { Refusal } from '../shared/refusal.js';
import type { Instant } from './instant.js';
import { readInterval } from './interval.js';
import type { Period } from './period.js';
import { readReducedDate } from './reduced-date.js';
import { readZonedInstant } from './zoned-instant.js';

/** A time as it was given (`raw`, kept and shown) and what it means, in UTC. */
export interface Time extends Period {
  readonly raw: string;
}

/** Times read lately: in a log the same days come again and again, and each act's more than once. */
const lately = new Map<string, Time>();
const latelyMax = 4096;

const accepted =
  'Accepted are an RFC 3339 instant with its offset (2025-04-22T10:00:00Z), a date YYYY, YYYY-MM or YYYY-MM-DD, ' +
  'each optionally with one of ? ~ %, or a closed interval a/b of such dates; years 0001 to 9998.';
const spaceForPlus = /[Tt][\d:.]+ \d\d:\d\d$/;

/** Refuses with `bad-time` whatever is not a time of DESIGN section 4, saying what is one. */
export function parseTime(raw: string, pointer: string): Time {
  const known = lately.get(raw);
  if (known) return known;
  const period = readZonedInstant(raw) ?? readReducedDate(raw) ?? readInterval(raw);
  if (!period) throw badTime(raw, pointer);
  // Field by field: a rebuild reads a time for each act, and copying an object costs as much as reading it.
  const time = { raw, start: period.start, end: period.end, precision: period.precision };
  if (lately.size >= latelyMax) lately.clear();
  lately.set(raw, time);
  return time;
}

/** What a time means as `from` or `occurredFrom`: the first instant of it. */
export function asLowerBound(time: Period): Instant {
  return time.start;
}

/** What a time means as `to`, `validAt`, `knownAt` and the like: the first instant after it. */
export function asUpperBound(time: Period): Instant {
  return time.end;
}

/** When something that happened at an uncertain time counts: once the time has passed. */
export function effectiveOf(time: Period): Instant {
  return time.end;
}

function badTime(raw: string, pointer: string): Refusal {
  const hint = spaceForPlus.test(raw) ? 'In a URL the + of an offset is written %2B. ' : '';
  const detail = `${hint}This is not a time. ${accepted}`;
  return new Refusal('bad-time', detail, [{ pointer, detail }]);
}
