/** Milliseconds since 1970-01-01T00:00:00Z, an integer; leap seconds are not counted. */
export type Instant = number;

/** 0001-01-01T00:00:00.000Z, the first instant that a time can name. */
export const beginningOfTime: Instant = -62_135_596_800_000;

/** 9999-01-01T00:00:00.000Z, the end of year 9998: an end bound only, never a time by itself. */
export const endOfTime: Instant = 253_370_764_800_000;

/** Always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that text order is time order. A value outside time is a fault. */
export function formatInstant(instant: Instant): string {
  if (!(instant >= beginningOfTime && instant <= endOfTime)) {
    throw new RangeError(`not an instant between the years 0001 and 9998: ${instant}`);
  }
  return new Date(instant).toISOString();
}
