import type { Instant } from './instant.js';

/** The days of a month, 1 … 12, in the proleptic Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Midnight UTC; a month 13 or a day after the month's last runs over into the next. */
export function startOfDay(year: number, month: number, day: number): Instant {
  // Not Date.UTC, which takes the years 0 … 99 for 1900 … 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
