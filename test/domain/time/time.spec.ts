import { Refusal } from '../../../src/domain/shared/refusal.js';
import { formatInstant } from '../../../src/domain/time/instant.js';
import { asLowerBound, asUpperBound, effectiveOf, parseTime } from '../../../src/domain/time/time.js';

describe('an RFC 3339 instant', () => {
  it.each([
    ['2025-04-22T10:00:00Z', '2025-04-22T10:00:00.000Z'],
    ['2025-04-22t10:00:00z', '2025-04-22T10:00:00.000Z'],
    ['2025-04-22T10:00:00+02:00', '2025-04-22T08:00:00.000Z'],
    ['2025-04-22T23:30:00-02:30', '2025-04-23T02:00:00.000Z'],
    ['2025-04-22T10:00:00-00:00', '2025-04-22T10:00:00.000Z'],
    ['2025-04-22T10:00:00+23:59', '2025-04-21T10:01:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0099-12-31T23:59:59Z', '0099-12-31T23:59:59.000Z'],
    ['9998-12-31T23:59:59.999Z', '9998-12-31T23:59:59.999Z'],
  ])('%s is the moment %s', (raw, moment) => {
    const time = parseTime(raw, '/occurred');
    expect(time).toEqual({ raw, start: time.end, end: time.end, precision: 'instant' });
    expect(formatInstant(time.start)).toBe(moment);
  });

  it.each([
    ['2025-04-22T10:00:00.5Z', '.500Z'],
    ['2025-04-22T10:00:00.1239999999999999999999999Z', '.123Z'],
    ['1925-04-22T10:00:00.9999Z', '.999Z'],
  ])('%s is cut to milliseconds, never rounded', (raw, milliseconds) => {
    expect(formatInstant(parseTime(raw, '/occurred').start)).toMatch(new RegExp(`10:00:00\\${milliseconds}$`));
  });
});

describe('a date of reduced precision', () => {
  it.each([
    ['2025', 'year', '2025-01-01', '2026-01-01'],
    ['2025-04', 'month', '2025-04-01', '2025-05-01'],
    ['2025-12', 'month', '2025-12-01', '2026-01-01'],
    ['2025-04-22', 'day', '2025-04-22', '2025-04-23'],
    ['2025-04-30', 'day', '2025-04-30', '2025-05-01'],
    ['2024-02', 'month', '2024-02-01', '2024-03-01'],
    ['2024-02-29', 'day', '2024-02-29', '2024-03-01'],
    ['2000-02-29', 'day', '2000-02-29', '2000-03-01'],
    ['0001', 'year', '0001-01-01', '0002-01-01'],
    ['0050', 'year', '0050-01-01', '0051-01-01'],
    ['9998', 'year', '9998-01-01', '9999-01-01'],
    ['9998-12-31', 'day', '9998-12-31', '9999-01-01'],
  ])('%s is a %s from %s until %s', (raw, precision, first, next) => {
    const time = parseTime(raw, '/occurred');
    expect(time).toMatchObject({ raw, precision });
    expect(formatInstant(time.start)).toBe(`${first}T00:00:00.000Z`);
    expect(formatInstant(time.end)).toBe(`${next}T00:00:00.000Z`);
  });

  it.each(['2025', '2025-04', '2025-04-22'])('%s keeps a mark of doubt without widening', (raw) => {
    const plain = parseTime(raw, '/occurred');
    for (const mark of ['?', '~', '%']) {
      expect(parseTime(raw + mark, '/occurred')).toEqual({ ...plain, raw: raw + mark });
    }
  });
});

describe('a closed interval', () => {
  it.each([
    ['2025-04-22/2025-04-25', '2025-04-22', '2025-04-26'],
    ['2024/2025', '2024-01-01', '2026-01-01'],
    ['2025-04/2025-04-10', '2025-04-01', '2025-04-11'],
    ['2025-04-22/2025-04-22', '2025-04-22', '2025-04-23'],
    ['2025-04-22~/2025-05?', '2025-04-22', '2025-06-01'],
  ])('%s lasts from %s until %s', (raw, first, next) => {
    const time = parseTime(raw, '/occurred');
    expect(time.precision).toBe('interval');
    expect(formatInstant(time.start)).toBe(`${first}T00:00:00.000Z`);
    expect(formatInstant(time.end)).toBe(`${next}T00:00:00.000Z`);
  });
});

describe('the meaning of a time', () => {
  const day = parseTime('2025-04-22', '/occurred');

  it('is its start as a lower bound', () => {
    expect(formatInstant(asLowerBound(day))).toBe('2025-04-22T00:00:00.000Z');
  });

  it('is its end as an upper bound', () => {
    expect(formatInstant(asUpperBound(day))).toBe('2025-04-23T00:00:00.000Z');
  });

  it('takes effect at its end', () => {
    expect(formatInstant(effectiveOf(day))).toBe('2025-04-23T00:00:00.000Z');
  });
});

describe('what is no time', () => {
  it.each([
    ...['', ' ', ' 2025', '2025 ', '2025\n', 'yesterday', '20250422', '2025-4-2', '٢٠٢٥'],
    ...['2025-04-22T10:00:00', '2025-04-22T10:00', '2025-04-22T10:00Z', '2025-04-22 10:00:00Z', '10:00:00Z'],
    ...['2025-04-22T24:00:00Z', '2025-04-22T10:60:00Z', '2016-12-31T23:59:60Z', '2025-04-22T10:00:00.Z'],
    ...['2025-04-22T10:00:00+24:00', '2025-04-22T10:00:00+02:60', '2025-04-22T10:00:00+0200'],
    ...['2025-02-30T10:00:00Z', '2025-13-01T10:00:00Z', '2025-00-01T10:00:00Z', '2025-04-00T10:00:00Z'],
    ...['0000-01-01T00:00:00Z', '9999-01-01T00:00:00.000Z', '12025-04-22T10:00:00Z'],
    ...['0001-01-01T00:00:00+00:01', '0000-12-31T23:59:59-01:00', '9998-12-31T23:59:59-00:01'],
    ...[
      '2024-02-30',
      '2025-02-29',
      '1900-02-29',
      '2025-04-31',
      '2025-11-31',
      '2025-04-00',
      '2025-13',
      '2025-00',
      '2024-21',
    ],
    ...['0000', '9999', '12025', '-0044', 'Y12025', 'Y2025', '198X', '1985-XX', '2025??', '?2025', '2025-04?-22'],
    ...['1985/', '/1985', '../1985', '1985/..', '/', '2025/2024', '2025-04-23/2025-04-22', '2025-04/2025'],
    ...['2024/2025/2026', '2025-04-22T10:00:00Z/2025-04-23T10:00:00Z', '[1985,1986]', '{1985..1987}'],
  ])('"%s" is refused, with what is accepted', (raw) => {
    const refusal = refusalOf(raw);
    expect(refusal.code).toBe('bad-time');
    expect(refusal.message).toMatch(/^This is not a time. Accepted are .*RFC 3339.*YYYY-MM-DD.*a\/b/);
    expect(refusal.errors).toEqual([{ pointer: '?validAt', detail: refusal.message }]);
  });

  it.each(['2025-04-22T10:00:00 02:00', '2025-04-22T10:00:00.25 02:00'])(
    '"%s" is told that a URL wants %%2B for the plus',
    (raw) => {
      expect(refusalOf(raw).message).toMatch(/%2B.*Accepted are/);
    },
  );
});

function refusalOf(raw: string): Refusal {
  try {
    parseTime(raw, '?validAt');
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  throw new Error(`accepted: ${raw}`);
}
