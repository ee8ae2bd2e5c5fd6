import fc from 'fast-check';
import { beginningOfTime, endOfTime, formatInstant } from '../../../src/domain/time/instant.js';

describe('writing an instant', () => {
  it('always shows milliseconds and Z', () => {
    expect(formatInstant(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(formatInstant(-1)).toBe('1969-12-31T23:59:59.999Z');
  });

  it('is that of the platform, whatever was written before', () => {
    const instants = fc.array(fc.integer({ min: beginningOfTime, max: endOfTime }), { minLength: 1, maxLength: 5 });
    const near = fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 });
    const law = fc.property(fc.oneof(instants, fc.array(near)), (some) => {
      expect(some.map(formatInstant)).toEqual(some.map((instant) => new Date(instant).toISOString()));
    });
    fc.assert(law, { numRuns: 300 });
  });

  it('reaches from year 1 to the end of year 9998', () => {
    expect(formatInstant(beginningOfTime)).toBe('0001-01-01T00:00:00.000Z');
    expect(formatInstant(endOfTime)).toBe('9999-01-01T00:00:00.000Z');
  });

  it.each([beginningOfTime - 1, endOfTime + 1, NaN, Infinity])('treats %d as a fault', (instant) => {
    expect(() => formatInstant(instant)).toThrow(RangeError);
  });
});
