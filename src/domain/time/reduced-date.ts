import { daysIn, startOfDay } from './calendar.js';
import type { Period } from './period.js';

const shape = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$/;

/** EDTF `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, read in UTC; the mark `? ~ %` widens nothing. Else undefined. */
export function readReducedDate(raw: string): Period | undefined {
  const found = shape.exec(raw);
  if (!found) return undefined;
  const year = Number(found[1]);
  if (year < 1 || year > 9998) return undefined;
  if (found[2] === undefined) return yearOf(year);
  if (found[3] === undefined) return monthOf(year, Number(found[2]));
  return dayOf(year, Number(found[2]), Number(found[3]));
}

function yearOf(year: number): Period {
  return { start: startOfDay(year, 1, 1), end: startOfDay(year + 1, 1, 1), precision: 'year' };
}

function monthOf(year: number, month: number): Period | undefined {
  if (month < 1 || month > 12) return undefined;
  return { start: startOfDay(year, month, 1), end: startOfDay(year, month + 1, 1), precision: 'month' };
}

function dayOf(year: number, month: number, day: number): Period | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return { start: startOfDay(year, month, day), end: startOfDay(year, month, day + 1), precision: 'day' };
}
