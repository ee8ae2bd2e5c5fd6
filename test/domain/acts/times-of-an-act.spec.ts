import type { ActClaim } from '../../../src/domain/acts/act-content.js';
import { recordAct } from '../../../src/domain/acts/decide-act.js';
import { known, now, plain, refusalOf } from './act-story.js';

const recording = (changes: Partial<ActClaim>) => refusalOf(() => recordAct(plain(changes), known));

describe('when an act occurred', () => {
  const instant = new Date(now).toISOString();

  it.each([
    ['this very moment', instant],
    ['today, though the day has not ended', '2025-06-01'],
    ['this year', '2025'],
    ['in an interval that ends in the future', '2025-05-01/2026'],
    ['the moment, in another zone', '2025-06-01T15:00:00+03:00'],
  ])('may be %s', (_, occurred) => {
    expect(recording({ occurred })).toEqual(['accepted']);
  });

  it.each([
    ['a millisecond later', '2025-06-01T12:00:00.001Z'],
    ['tomorrow', '2025-06-02'],
    ['in an interval that starts tomorrow', '2025-06-02/2025-06-03'],
    ['at no time at all', '2024-02-30'],
    ['a clock time in no zone', '2025-05-01T10:00:00'],
  ])('may not be %s', (_, occurred) => {
    expect(recording({ occurred })).toEqual(['bad-time', '/occurred']);
  });
});

describe('how long an act lasts', () => {
  it.each([
    ['2025-04-18', '2025-04-19'],
    ['2025-04-18', '2025'],
    ['2025-04-18', '2025-04-19T00:00:00.001Z'],
    ['2025-04-18T10:00:00Z', '2025-04-18'],
    ['2025-04-18', '9998-12-31'],
  ])('of %s is until after it takes effect: %s', (occurred, until) => {
    expect(recording({ occurred, until })).toEqual(['accepted']);
  });

  it.each([
    ['2025-04-18', '2025-04-18'],
    ['2025-04-18', '2025-04-19T00:00:00Z'],
    ['2025-04', '2025-04-29'],
    ['2025-04-10/2025-04-18', '2025-04-18'],
    ['2025-04-18T10:00:00Z', '2025-04-18T10:00:00Z'],
    ['2025-04-18', 'later'],
  ])('of %s cannot end before: %s', (occurred, until) => {
    expect(recording({ occurred, until })).toEqual(['bad-time', '/until']);
  });
});

describe('the deadline of a threat', () => {
  const threat = (deadline: string) => recording({ kind: 'threat', threat: { measure: 'to leave', deadline } });

  it('is any time, also one before the threat', () => {
    expect(threat('1999')).toEqual(['accepted']);
  });

  it.each(['', 'soon', '2025-02-30'])('is not “%s”', (deadline) => {
    expect(threat(deadline)).toEqual(['bad-time', '/threat/deadline']);
  });
});
