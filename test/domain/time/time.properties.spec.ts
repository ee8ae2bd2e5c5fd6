import fc from 'fast-check';
import { Refusal } from '../../../src/domain/shared/refusal.js';
import { beginningOfTime, endOfTime, formatInstant } from '../../../src/domain/time/instant.js';
import { parseTime } from '../../../src/domain/time/time.js';

const dayMs = 86_400_000;
const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');

const years = fc.integer({ min: 1, max: 9998 });
const months = fc.integer({ min: 1, max: 12 });
const nearMonths = fc.integer({ min: 0, max: 14 });
const nearDays = fc.oneof(fc.integer({ min: 27, max: 33 }), fc.integer({ min: 0, max: 99 }));
const marks = fc.constantFrom('', '?', '~', '%');
const instants = fc.integer({ min: beginningOfTime, max: endOfTime - 1 });

/** Days from 1970-01-01, by counting leap days with March as the first month: no Date, no table of months. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1 - 719_468;
}

function accepts(raw: string): boolean {
  try {
    parseTime(raw, '?validAt');
    return true;
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.code === 'bad-time') return false;
    throw refusal;
  }
}

describe('instants', () => {
  it('survive being written and read', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parseTime(formatInstant(instant), '/occurred').start).toBe(instant);
      }),
    );
  });

  it('are in time order when their text is in text order', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(formatInstant(a) < formatInstant(b)).toBe(a < b);
      }),
    );
  });

  it('mean the same moment whatever offset they are written with', () => {
    const offsets = fc.record({ hours: fc.integer({ min: 0, max: 23 }), minutes: fc.integer({ min: 0, max: 59 }) });
    const safe = fc.integer({ min: beginningOfTime + dayMs, max: endOfTime - 1 - dayMs });
    fc.assert(
      fc.property(safe, offsets, fc.boolean(), (instant, { hours, minutes }, east) => {
        const ahead = (east ? 1 : -1) * (hours * 60 + minutes) * 60_000;
        const local = formatInstant(instant + ahead).slice(0, -1);
        const raw = `${local}${east ? '+' : '-'}${two(hours)}:${two(minutes)}`;
        expect(parseTime(raw, '/occurred').start).toBe(instant);
      }),
    );
  });
});

describe('dates', () => {
  it('span the days that counting by hand gives', () => {
    fc.assert(
      fc.property(years, months, marks, (year, month, mark) => {
        const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
        expect(parseTime(four(year) + mark, '/occurred')).toMatchObject({
          start: dayNumber(year, 1, 1) * dayMs,
          end: dayNumber(year + 1, 1, 1) * dayMs,
        });
        expect(parseTime(`${four(year)}-${two(month)}${mark}`, '/occurred')).toMatchObject({
          start: dayNumber(year, month, 1) * dayMs,
          end: next * dayMs,
        });
      }),
    );
  });

  it('exist exactly when counting by hand keeps them within their month', () => {
    fc.assert(
      fc.property(years, nearMonths, nearDays, (year, month, day) => {
        const raw = `${four(year)}-${two(month)}-${two(day)}`;
        const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
        const exists = month >= 1 && month <= 12 && day >= 1 && dayNumber(year, month, day) < next;
        expect(accepts(raw)).toBe(exists);
        expect(accepts(`${raw}T00:00:00Z`)).toBe(exists);
        if (exists) expect(parseTime(raw, '/occurred').start).toBe(dayNumber(year, month, day) * dayMs);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any text', () => {
  const fragments = fc.constantFrom(
    ...['2025', '0001', '9998', '0000', '-', '04', '02', '30', '22', 'T', 't', '10', ':', '00', '60', '.5', 'Z', '+'],
    ...[' ', '/', '?', '~', '%', '..', 'X', '2024-02-29', '2025-04-22', '10:00:00', '2025-04-22T10:00:00'],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.stringMatching(/^\d{4}(-\d\d){0,2}([?~%])?(\/\d{4}(-\d\d){0,2})?$/),
  );

  it('is refused or has a start before its end, or at it for an instant alone', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        if (!accepts(raw)) return;
        const { start, end, precision } = parseTime(raw, '/occurred');
        expect(Math.sign(end - start)).toBe(precision === 'instant' ? 0 : 1);
        expect(start).toBeGreaterThanOrEqual(beginningOfTime);
        expect(end).toBeLessThanOrEqual(endOfTime);
      }),
      { numRuns: 3000 },
    );
  });
});
