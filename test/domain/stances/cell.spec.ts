import { Cell } from '../../../src/domain/stances/cell.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import { act, at, cellOf, day, nothingWithdrawn, question } from './build.js';

const may = at('2025-05-01');

function rowsOf(cell: Cell) {
  return Array.from({ length: cell.length }, (_, row) => cell.rowAt(row));
}

describe('a cell', () => {
  const corrected = act(2, may + day, { from: 9 });
  const rows = [act(5, may), act(1, may + day), act(2, may + day), corrected, act(3, may + day), act(4, may + 2 * day)];

  it('keeps rows in (effective, act, from) order, whatever the order of discovery', () => {
    expect(rowsOf(cellOf(...rows))).toEqual(rows);
    expect(rowsOf(cellOf(...rows.toReversed()))).toEqual(rows);
  });

  it('gives back every field of a row', () => {
    const row = act(5, may, {
      to: 12,
      start: may - day,
      end: may + 9 * day,
      value: -0.25,
      kind: 'action',
      mode: 'procedural',
      attribution: 'anonymous',
      grade: 'F',
      certainty: 0.4,
      speaker: 77,
      text: -1,
    });
    expect(rowsOf(cellOf(row))).toEqual([row]);
  });

  it('knows no row beyond its last', () => {
    expect(() => cellOf(...rows).rowAt(6)).toThrow(RangeError);
  });

  it('changes nothing when events are replayed', () => {
    const cell = Cell.of([]);
    const replay = () => {
      cell.open(act(5, may));
      cell.close(5, 8);
      cell.open(act(5, may + day, { from: 8 }));
    };
    replay();
    replay();
    expect(rowsOf(cell)).toEqual([act(5, may, { to: 8 }), act(5, may + day, { from: 8 })]);
  });

  it('does not close a row by an event that came before it', () => {
    const cell = cellOf(act(5, may, { from: 20 }));
    cell.close(5, 20);
    cell.close(5, 12);
    expect(cell.rowAt(0).to).toBe(Infinity);
  });

  it('refuses numbers that its columns cannot hold', () => {
    expect(() => cellOf(act(1, may, { text: 2 ** 31 }))).toThrow(RangeError);
    expect(() => cellOf(act(1, may, { speaker: 0.5 }))).toThrow(RangeError);
  });

  it('answers alike before and after rows came late, whichever half-life was asked with', () => {
    const late = act(9, may + day / 2, { value: -1 });
    const asked = cellOf(...rows);
    for (const halfLifeDays of [1, 90, 365])
      stanceOf(asked, nothingWithdrawn, question(may + 9 * day, { halfLifeDays }));
    asked.open(late);
    const fresh = cellOf(...rows, late);
    for (const halfLifeDays of [365, 90, 1]) {
      const wanted = question(may + 9 * day, { halfLifeDays });
      expect(stanceOf(asked, nothingWithdrawn, wanted)).toEqual(stanceOf(fresh, nothingWithdrawn, wanted));
    }
  });

  it('takes less than 150 bytes a row, a half-life included', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => act(index + 1, may + index));
    const cell = Cell.of(many);
    cell.decay(codeBook1, 90);
    expect(cell.byteSize / 10_000).toBeLessThan(150);
    expect(Cell.of(many, 10_000).byteSize / 10_000).toBeLessThan(80);
  });

  it('keeps the half-lives used last only', () => {
    const cell = cellOf(...rows);
    for (let halfLifeDays = 1; halfLifeDays <= 100; halfLifeDays++) cell.decay(codeBook1, halfLifeDays);
    expect(cell.byteSize).toBeLessThan(5000);
  });
});
