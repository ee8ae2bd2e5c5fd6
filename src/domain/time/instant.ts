/** Milliseconds since 1970-01-01T00:00:00Z, an integer; leap seconds are not counted. */
export type Instant = number;

/** 0001-01-01T00:00:00.000Z, the first instant that a time can name. */
export const beginningOfTime: Instant = -62_135_596_800_000;

/** 9999-01-01T00:00:00.000Z, the end of year 9998: an end bound only, never a time by itself. */
export const endOfTime: Instant = 253_370_764_800_000;

const day = 86_400_000;
const hour = 3_600_000;
const minute = 60_000;
const second = 1000;

/** The date written last, `YYYY-MM-DDT`: in a log the next time is of the same day, as a rule. */
const lastDate = { number: NaN, text: '' };

/** Always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that text order is time order. A value outside time is a fault. */
export function formatInstant(instant: Instant): string {
  if (!(instant >= beginningOfTime && instant <= endOfTime)) {
    throw new RangeError(`not an instant between the years 0001 and 9998: ${instant}`);
  }
  const number = Math.floor(instant / day);
  return `${dateOf(number)}${clockOf(Math.floor(instant - number * day))}`;
}

function dateOf(number: number): string {
  if (number !== lastDate.number) {
    lastDate.text = new Date(number * day).toISOString().slice(0, 'YYYY-MM-DDT'.length);
    lastDate.number = number;
  }
  return lastDate.text;
}

/** Each pair of digits by itself: a million leaves of the tree hold a time each. */
function clockOf(rest: number): string {
  const minutes = Math.floor((rest % hour) / minute);
  const seconds = Math.floor((rest % minute) / second);
  const fraction = rest % second;
  const thousandths = fraction < 100 ? `0${twoDigits(fraction)}` : `${fraction}`;
  return `${twoDigits(Math.floor(rest / hour))}:${twoDigits(minutes)}:${twoDigits(seconds)}.${thousandths}Z`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
