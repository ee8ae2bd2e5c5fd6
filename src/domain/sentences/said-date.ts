import { beginningOfTime, formatInstant } from '../time/instant.js';

const day = 86_400_000;
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const midnight = 'T00:00:00.000Z';
const beginning = formatInstant(beginningOfTime);

export function monthSaid(month: string): string {
  return months[Number(month) - 1] ?? '';
}

/** The UTC day of an instant as `formatInstant` writes it, such as 1 March 2025; the year where it is not `year`. */
export function dateSaid(instant: string, year: string | null): string {
  const [its = '', month = '', date = ''] = instant.slice(0, 10).split('-');
  const dayAndMonth = `${Number(date)} ${monthSaid(month)}`;
  return its === year ? dayAndMonth : `${dayAndMonth} ${its}`;
}

/** An instant at which something begins: its day alone where that begins with it, else with the time, UTC. */
export function startSaid(instant: string, year: string | null): string {
  if (instant.endsWith(midnight)) return dateSaid(instant, year);
  const time = instant.slice(11, 23).replace(/(?::00)?\.000$/, '');
  return `${dateSaid(instant, year)} at ${time} UTC`;
}

/** A T: midnight is the end of the day that counts up to it, as `validAt=2025-04-22` means 2025-04-23T00:00Z. */
export function momentSaid(instant: string, year: string | null): string {
  return startSaid(isDayEnd(instant) ? dayBefore(instant) : instant, year);
}

/** The day of a T alone, whatever its time. */
export function dayOfMomentSaid(instant: string, year: string | null): string {
  return dateSaid(isDayEnd(instant) ? dayBefore(instant) : instant, year);
}

/** The year that `momentSaid` tells of. */
export function yearOfMoment(instant: string): string {
  return (isDayEnd(instant) ? dayBefore(instant) : instant).slice(0, 4);
}

function isDayEnd(instant: string): boolean {
  return instant.endsWith(midnight) && instant !== beginning;
}

function dayBefore(instant: string): string {
  return formatInstant(Date.parse(instant) - day);
}
