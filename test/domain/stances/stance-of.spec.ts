import type { CellRow } from '../../../src/domain/stances/cell-row.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import type { StanceQuestion } from '../../../src/domain/stances/stance-question.js';
import { act, at, cellOf, day, nothingWithdrawn, question } from './build.js';

const may = at('2025-05-01');

/** The stance that these acts make, no withdrawals among them. */
function stance(rows: readonly CellRow[], validAt = may, changes: Partial<StanceQuestion> = {}) {
  return stanceOf(cellOf(...rows), nothingWithdrawn, question(validAt, changes));
}

describe('a stance without acts', () => {
  it('is undeclared', () => {
    expect(stance([])).toEqual({
      status: 'undeclared',
      mixed: false,
      score: null,
      band: null,
      strength: 0,
      spread: 0,
      voices: null,
      contributions: [],
      contributionsTotal: 0,
      restShare: 0,
      pending: [],
    });
  });
});

describe('the decayed mean', () => {
  it('halves an act with each half-life', () => {
    const { strength } = stance([act(1, may - 90 * day)]);
    expect(strength).toBeCloseTo(0.5, 9);
  });

  it('weighs by force, attribution, reliability and certainty', () => {
    const { contributions } = stance([
      act(1, may, { kind: 'action', mode: 'material', attribution: 'reported', grade: 'F', certainty: 0.8 }),
    ]);
    expect(contributions[0]).toMatchObject({ weight: 2 * 0.7 * 0.5 * 0.8, standing: 1, share: 1 });
  });

  it('shares the score out by weight and age', () => {
    const { score, contributions } = stance([act(1, may - 90 * day, { value: -1 }), act(2, may, { value: 1 })]);
    expect(contributions.map(({ share }) => share)).toEqual([expect.closeTo(1 / 3, 9), expect.closeTo(2 / 3, 9)]);
    expect(score).toBeCloseTo(1 / 3, 9);
  });

  it('gives unanimous acts exactly their value', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].map((number) => act(number, may - number * day, { value: 0.1, certainty: 0.3 }));
    expect(stance(rows)).toMatchObject({ score: 0.1, spread: 0, mixed: false });
  });

  it('never lets the newest act underflow, over centuries with a half-life of one day', () => {
    const rows = [act(1, at('0001-01-01'), { value: -1 }), act(2, at('1648-10-24'), { value: 1 })];
    const { score, strength, status, contributions } = stance(rows, may, { halfLifeDays: 1 });
    expect({ score, strength, status }).toEqual({ score: 1, strength: 0, status: 'faded' });
    expect(contributions.map(({ share }) => share)).toEqual([0, 1]);
  });

  it('keeps the score, to the bit, while nothing changes', () => {
    const rows = [act(1, may - 200 * day, { value: -0.3 }), act(2, may - 31 * day, { value: 0.77 })];
    const scores = [0, 1, 17, 400, 9999].map((days) => stance(rows, may + days * day).score);
    expect(new Set(scores).size).toBe(1);
  });

  it('counts acts long before 1970 alike', () => {
    const [early, late] = [at('0800-12-25'), may];
    const around = (instant: number) => [act(1, instant - 90 * day, { value: -1 }), act(2, instant, { value: 1 })];
    expect(stance(around(early), early).score).toBeCloseTo(stance(around(late), late).score ?? NaN, 9);
  });
});

describe('an act in its time', () => {
  const strike = act(1, may, { end: may + 10 * day });

  it.each([
    ['before it takes effect', may - 1, 0],
    ['from the instant it takes effect', may, 1],
    ['to its last millisecond', may + 10 * day - 1, 1],
    ['and no longer', may + 10 * day, 0],
  ])('counts: %s', (_, validAt, contributions) => {
    expect(stance([strike], validAt).contributions).toHaveLength(contributions);
  });
});

describe('an act that may already have happened', () => {
  const uncertain = act(1, may + day, { start: may, value: 0.3 });

  it.each([
    ['not before its first instant', may, 0],
    ['strictly within', may + 1, 1],
    ['up to the last', may + day - 1, 1],
    ['not once it counts', may + day, 0],
  ])('is pending: %s', (_, validAt, pending) => {
    expect(stance([uncertain], validAt).pending).toHaveLength(pending);
  });

  it('shows what it would say', () => {
    expect(stance([uncertain], may + 1).pending).toEqual([
      { act: 1, kind: 'statement', start: may, effective: may + day, value: 0.3 },
    ]);
  });

  it('is found behind narrower ones', () => {
    const year = act(1, may + 300 * day, { start: may - 65 * day });
    const days = [2, 3, 4].map((number) => act(number, may + number * day, { start: may + (number - 1) * day }));
    expect(stance([...days, year], may + day / 2).pending).toMatchObject([{ act: 1 }]);
    expect(stance([...days, year], may + 2 * day).pending).toMatchObject([{ act: 1 }]);
  });
});

describe('what the log held', () => {
  const versions = [act(5, may, { from: 5, to: 9, value: -1 }), act(5, may, { from: 12, value: 1 })];

  it.each([
    [4, null],
    [5, -1],
    [8, -1],
    [9, null],
    [12, 1],
  ])('at sequence %d gives a score of %p', (sequence, score) => {
    expect(stance(versions, may, { sequence }).score).toBe(score);
  });
});

describe('the contributions', () => {
  const rows = [5, 3, 4, 1, 2].map((number, index) => act(number, may - index * day, { certainty: number / 5 }));

  it('come in (effective, first sequence) order', () => {
    expect(stance([...rows, act(9, may), act(8, may)]).contributions.map((each) => each.act)).toEqual([
      2, 1, 4, 3, 5, 8, 9,
    ]);
  });

  it('can be cut down to those of greatest share, and say what is left out', () => {
    const all = stance(rows);
    const two = stance(rows, may, { contributionsMax: 2 });
    expect(two.contributions).toEqual(all.contributions.filter((each) => [4, 5].includes(each.act)));
    expect(two.contributionsTotal).toBe(5);
    expect(two.restShare + two.contributions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('of equal share are listed from the newest back', () => {
    const greater = act(1, may, { kind: 'commitment' });
    const equals = [2, 3, 4].map((number) => act(number, may));
    const { contributions } = stance([greater, ...equals], may, { contributionsMax: 2 });
    expect(contributions.map((each) => each.act)).toEqual([1, 4]);
  });

  it('can be left out altogether', () => {
    expect(stance(rows, may, { contributionsMax: 0 })).toMatchObject({
      contributions: [],
      contributionsTotal: 5,
      restShare: 1,
    });
  });
});
