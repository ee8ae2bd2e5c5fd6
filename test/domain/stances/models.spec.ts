import type { CellRow } from '../../../src/domain/stances/cell-row.js';
import { latest1 } from '../../../src/domain/stances/models/latest.js';
import { mean1 } from '../../../src/domain/stances/models/mean.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import type { StanceQuestion } from '../../../src/domain/stances/stance-question.js';
import { act, at, cellOf, day, nothingWithdrawn, question, withdrawal, withdrawn } from './build.js';

const may = at('2025-05-01');

/** The stance that these acts make, no withdrawals among them. */
function stance(rows: readonly CellRow[], validAt = may, changes: Partial<StanceQuestion> = {}) {
  return stanceOf(cellOf(...rows), nothingWithdrawn, question(validAt, changes));
}

describe('the latest act', () => {
  const model = latest1;

  it('speaks alone, with weight × standing as its strength', () => {
    const rows = [act(1, may - day, { value: -1 }), act(2, may, { value: 0.4, certainty: 0.5 })];
    const partly = withdrawn(withdrawal(3, 2, may, { certainty: 0.25 }));
    expect(stanceOf(cellOf(...rows), partly, question(may + 5 * day, { model }))).toMatchObject({
      score: 0.4,
      strength: 0.5 * 0.75,
      spread: 0,
      mixed: false,
      contributions: [{ act: 2, standing: 0.75, share: 1 }],
      contributionsTotal: 1,
    });
  });

  it('is, at the same instant, the one recorded last', () => {
    expect(stance([act(7, may, { value: 1 }), act(5, may, { value: -1 })], may, { model }).score).toBe(1);
  });

  it('is held when all acts in force show two texts, though one alone has a say', () => {
    expect(stance([act(1, may, { text: 4 }), act(2, may, { text: 5 })], may, { model }).status).toBe('held');
    expect(stance([act(1, may, { text: 4 }), act(2, may, { text: 4 })], may, { model }).status).toBe('provisional');
  });

  it('does not fade', () => {
    expect(stance([act(1, may), act(2, may)], may + 9999 * day, { model }).status).toBe('held');
  });
});

describe('the plain mean', () => {
  const model = mean1;

  it('counts every act 1, however old and doubtful', () => {
    const rows = [
      act(1, may - 9999 * day, { value: -1, certainty: 0.1 }),
      act(2, may, { value: 0 }),
      act(3, may, { value: 0.4 }),
    ];
    expect(stance(rows, may, { model })).toMatchObject({
      score: expect.closeTo(-0.2, 12),
      strength: 3,
      status: 'held',
    });
  });

  it('never shows a negative zero', () => {
    expect(stance([act(1, may, { value: -0 })], may, { model }).score).toBe(0);
    expect(stance([act(1, may, { value: -0 })], may, { model }).contributions[0]?.value).toBe(0);
    expect(stance([act(1, may, { value: -1e-320 }), act(2, may, { value: 0 })], may).score).not.toBe(-0);
  });
});
