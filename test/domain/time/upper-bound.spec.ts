import { Refusal } from '../../../src/domain/shared/refusal.js';
import { formatInstant } from '../../../src/domain/time/instant.js';
import { parseUpperBound } from '../../../src/domain/time/upper-bound.js';

describe('a time as an upper bound', () => {
  it('is the first instant after it', () => {
    expect(formatInstant(parseUpperBound('2025-04-22', '?validAt'))).toBe('2025-04-23T00:00:00.000Z');
  });

  it.each(['9998', '2025-04', '2025-04-22T10:00:00.5+02:00'])('%s is accepted back as it was answered', (raw) => {
    const bound = parseUpperBound(raw, '?validAt');
    expect(parseUpperBound(formatInstant(bound), '?validAt')).toBe(bound);
  });

  it.each(['9999', '9999-01-01T00:00:00.001Z', 'soon'])('%s is refused like any other time', (raw) => {
    expect(() => parseUpperBound(raw, '?validAt')).toThrow(Refusal);
  });
});
