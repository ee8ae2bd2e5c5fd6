import { mandateCovering } from '../../../src/domain/parties/mandate.js';
import type { Mandate } from '../../../src/domain/parties/speaker-content.js';
import { parseTime } from '../../../src/domain/time/time.js';

const envoy: Mandate = { party: 'russia', role: 'envoy', from: '2025-02', until: '2025-03-15' };
const minister: Mandate = { party: 'russia', role: 'minister', from: '2025-03', until: null };
const elsewhere: Mandate = { party: 'ukraine', role: 'guest', from: '2000', until: null };

const covering = (occurred: string, party = 'russia', mandates: readonly Mandate[] = [elsewhere, envoy, minister]) =>
  mandateCovering(mandates, { party, ...parseTime(occurred, '/occurred') })?.role ?? null;

describe('the mandate that covers an act', () => {
  it.each([
    ['2025-02-01', 'envoy'],
    ['2025-02-01T00:00:00Z', 'envoy'],
    ['2025-02', 'envoy'],
    ['2025-03-10', 'envoy'],
    ['2025-03-15', 'envoy'],
    ['2025-03-10/2025-03-16', 'minister'],
    ['2025-03-16T00:00:00Z', 'envoy'],
    ['2025-03-16T00:00:00.001Z', 'minister'],
    ['2030', 'minister'],
  ])('that occurred %s is the first that holds all of it: %s', (occurred, role) => {
    expect(covering(occurred)).toBe(role);
  });

  it.each(['2025-01-31', '2025', '2025-01-31T23:59:59.999Z', '2025-02-15/2025-03-20'])(
    'that occurred %s is none, though it may hold a part',
    (occurred) => {
      expect(covering(occurred)).toBeNull();
    },
  );

  it('is one for the very party that acted', () => {
    expect(covering('2025-02-10', 'ukraine')).toBe('guest');
    expect(covering('2025-02-10', 'france')).toBeNull();
    expect(covering('2025-02-10', 'russia', [])).toBeNull();
  });
});
