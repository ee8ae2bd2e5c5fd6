import { Refusal } from '../../../src/domain/shared/refusal.js';
import { mean1 } from '../../../src/domain/stances/models/mean.js';
import { timelineOf } from '../../../src/domain/stances/timeline.js';
import { refusalOf } from './refusal-of.js';
import { act, at, cellOf, day, nothingWithdrawn, period, withdrawal, withdrawn } from './build.js';

const may = at('2025-05-01');
const lens = { model: mean1, sequence: 20_000 };

describe('a timeline that is too long', () => {
  const cell = cellOf(...Array.from({ length: 10_002 }, (_, index) => act(index + 1, may + index * day)));
  const ask = (from: number | null, to: number | null) => timelineOf(cell, nothingWithdrawn, period(from, to, lens));

  it('has more than ten thousand segments', () => {
    const end = may + 10_000 * day;
    expect(ask(may, end)).toHaveLength(10_000);
    expect(() => ask(may, end + 1)).toThrow(Refusal);
  });

  it('says how to go on', () => {
    const reached = new Date(may + 10_000 * day).toISOString();
    expect(refusalOf(() => ask(null, null))).toMatchObject({
      code: 'too-large',
      facts: { segmentsMax: 10_000, reached },
    });
    expect(ask(Date.parse(reached), null)).toHaveLength(2);
  });

  it('may also be one of few segments that names very many acts', () => {
    const chain = Array.from({ length: 2000 }, (_, index) => withdrawal(index + 2, index + 1, may + index * day));
    const one = cellOf(act(1, may));
    expect(() => timelineOf(one, withdrawn(...chain), period(null, null, lens))).toThrow('names acts more than');
  });
});
