import type { CellRow } from '../../../src/domain/stances/cell-row.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import type { StanceQuestion } from '../../../src/domain/stances/stance-question.js';
import { summaryOf } from '../../../src/domain/stances/summary-of.js';
import { act, at, cellOf, day, nothingWithdrawn, question } from './build.js';

const may = at('2025-05-01');

/** The stance that these acts make, no withdrawals among them. */
function stance(rows: readonly CellRow[], validAt = may, changes: Partial<StanceQuestion> = {}) {
  return stanceOf(cellOf(...rows), nothingWithdrawn, question(validAt, changes));
}

describe('the status', () => {
  it('is provisional for one act, whatever its sources', () => {
    expect(stance([act(1, may, { text: -1 })]).status).toBe('provisional');
  });

  it('is provisional for many acts from one text', () => {
    expect(stance([1, 2, 3].map((number) => act(number, may, { text: 9 }))).status).toBe('provisional');
  });

  it('is held for two acts with two texts among all their citations', () => {
    expect(stance([act(1, may, { text: 9 }), act(2, may, { text: 8 })]).status).toBe('held');
    expect(stance([act(1, may, { text: 9 }), act(2, may, { text: -1 })]).status).toBe('held');
    expect(stance([act(1, may, { text: -1 }), act(2, may, { text: 9 })]).status).toBe('held');
  });

  it('is faded below a strength of 0.1, with score and band still shown', () => {
    const rows = [act(1, may, { text: 9 }), act(2, may, { text: 8 })];
    expect(stance(rows, may + 388 * day)).toMatchObject({ status: 'held' });
    expect(stance(rows, may + 389 * day)).toMatchObject({ status: 'faded', score: 0.5, band: 'concessions' });
  });
});

describe('two voices', () => {
  it('are mixed from a spread of 0.5', () => {
    const rows = (value: number) => [act(1, may, { value: -value }), act(2, may, { value })];
    expect(stance(rows(0.5))).toMatchObject({ score: 0, spread: 0.5, mixed: true });
    expect(stance(rows(0.4999999))).toMatchObject({ mixed: false });
  });

  it('are mixed or not alike in a summary', () => {
    for (const value of [0.4, 0.4999999, 0.49999999999, 0.5, 0.50000000001, 0.6]) {
      const cell = cellOf(act(1, may, { value: -value }), act(2, may, { value }));
      const { mixed } = stanceOf(cell, nothingWithdrawn, question(may));
      expect(summaryOf(cell, nothingWithdrawn, question(may)).mixed).toBe(mixed);
    }
  });
});

describe('the band', () => {
  it.each([
    [-1, 'pressure'],
    [-0.2, 'mediation'],
    [0.2, 'concessions'],
    [1, 'concessions'],
  ])('of a score of %d is %s', (value, band) => {
    expect(stance([act(1, may, { value })]).band).toBe(band);
  });
});
