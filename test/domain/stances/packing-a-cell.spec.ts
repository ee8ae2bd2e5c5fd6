import { Cell } from '../../../src/domain/stances/cell.js';
import { stanceOf } from '../../../src/domain/stances/stance-of.js';
import { act, at, cellOf, day, nothingWithdrawn, question } from './build.js';

const may = at('2025-05-01');
const ended = act(2, may + day, { end: may + 9 * day, value: -0.25, kind: 'action', mode: 'procedural', speaker: 7 });
const uncertain = act(3, may + 30 * day, {
  start: may,
  certainty: 0.4,
  grade: 'F',
  attribution: 'anonymous',
  text: -1,
});

/** The same cell, by way of bytes that lie wherever they may. */
function again(cell: Cell): Cell {
  return Cell.unpack(new Uint8Array(cell.packed()).buffer);
}

function rowsOf(cell: Cell) {
  return Array.from({ length: cell.length }, (_, row) => cell.rowAt(row));
}

describe('a cell packed into a block', () => {
  it('comes back with every field of every row', () => {
    const cell = cellOf(act(1, may), ended, uncertain);
    cell.close(1, 8);
    expect(rowsOf(again(cell))).toEqual([act(1, may, { to: 8 }), ended, uncertain]);
  });

  it('goes on where it was: acts are added, closed, and pending as before', () => {
    const [cell, other] = [cellOf(act(1, may), uncertain), again(cellOf(act(1, may), uncertain))];
    for (const each of [cell, other]) {
      each.open(ended);
      each.close(3, 12);
    }
    expect(rowsOf(other)).toEqual(rowsOf(cell));
    const asked = question(may + 2 * day, { sequence: 11 });
    expect(stanceOf(other, nothingWithdrawn, asked)).toStrictEqual(stanceOf(cell, nothingWithdrawn, asked));
    expect(stanceOf(other, nothingWithdrawn, asked).pending).toHaveLength(1);
  });

  it('takes no more room than its rows, and none when there are none', () => {
    expect(cellOf(act(1, may), ended, uncertain).packed().byteLength).toBe(3 * 76);
    expect(again(Cell.of([])).length).toBe(0);
  });

  it('is refused when it is no whole number of rows', () => {
    expect(() => Cell.unpack(new ArrayBuffer(77))).toThrow(RangeError);
  });
});
