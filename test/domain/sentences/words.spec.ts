import { startSaid, momentSaid } from '../../../src/domain/sentences/said-date.js';
import { occurrenceSaid } from '../../../src/domain/sentences/said-occurrence.js';
import { subjectOf } from '../../../src/domain/sentences/subject.js';

describe('a moment in a sentence', () => {
  it.each([
    ['2025-04-23T00:00:00.000Z', '22 April 2025'],
    ['2025-01-01T00:00:00.000Z', '31 December 2024'],
    ['2024-03-01T00:00:00.000Z', '29 February 2024'],
    ['0001-01-01T00:00:00.000Z', '1 January 0001'],
    ['9999-01-01T00:00:00.000Z', '31 December 9998'],
    ['2025-04-22T14:30:00.000Z', '22 April 2025 at 14:30 UTC'],
    ['2025-04-22T14:30:05.000Z', '22 April 2025 at 14:30:05 UTC'],
    ['2025-04-22T00:00:00.001Z', '22 April 2025 at 00:00:00.001 UTC'],
  ])('is at %s the day that has passed, or the time: %s', (instant, said) => {
    expect(momentSaid(instant, null)).toBe(said);
  });

  it('leaves out a year that was told, and is a day that begins where a period does', () => {
    expect(momentSaid('2025-04-23T00:00:00.000Z', '2025')).toBe('22 April');
    expect(startSaid('2025-04-23T00:00:00.000Z', '2025')).toBe('23 April');
  });
});

describe('when an act occurred, in a sentence', () => {
  it.each([
    ['2025-04-20', '20 April'],
    ['2024-04-20', '20 April 2024'],
    ['2025-04', 'April'],
    ['2024-04~', 'about April 2024'],
    ['2025', '2025'],
    ['2025-04-20?', 'possibly 20 April'],
    ['2025%', 'possibly about 2025'],
    ['2024-12/2025-01-05~', 'December 2024 to about 5 January'],
    ['2025-04-20T23:30:00-05:00', '21 April'],
  ])('is for %s as precise as that: %s', (occurred, said) => {
    expect(occurrenceSaid(occurred, '2025')).toBe(said);
  });
});

describe('the party in a sentence', () => {
  const state = (name: string) => ({ name, kind: 'state' }) as const;
  it.each([
    ['United States', 'the United States'],
    ['Republic of Korea', 'the Republic of Korea'],
    ['France', 'France'],
    ['The Hague Group', 'The Hague Group'],
    ['Union of Concerned People', 'the Union of Concerned People'],
    ['Côte d’Ivoire', 'Côte d’Ivoire'],
  ])('%s is %s', (name, said) => {
    expect(subjectOf({ party: 'x', issue: 'y' }, { party: state(name), issue: null }).party).toBe(said);
  });

  it('has no article when it is a person, and its id before it was registered', () => {
    const [party, issue] = [{ name: 'Jean Front', kind: 'person' } as const, null];
    expect(subjectOf({ party: 'x', issue: 'y' }, { party, issue })).toMatchObject({
      ...{ party: 'Jean Front', issue: 'the issue “y”' },
    });
    expect(subjectOf({ party: 'x', issue: 'y' }, { party: null, issue }).party).toBe('x');
  });
});
