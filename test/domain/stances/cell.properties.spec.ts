import fc from 'fast-check';
import { Cell } from '../../../src/domain/stances/cell.js';
import { codeBook1 } from '../../../src/domain/stances/code-book-1.js';
import { act, at, day } from './build.js';
import { halfLives } from './histories.js';

const may = at('2025-05-01');

/** Acts as they are found, one after the other: when each took effect, and in which text. */
const found = fc.array(
  fc.record({ late: fc.nat({ max: 6 }), text: fc.constantFrom(-1, 1, 1, 1, 2), value: fc.constantFrom(-1, 0.25, 1) }),
  { maxLength: 8 },
);

/** How many rows from the front on have at most one text, found by looking at every beginning. */
function rowsWithOneText(texts: readonly number[]): number {
  const beginnings = texts.map((_, row) => texts.slice(0, row + 1));
  const row = beginnings.findIndex((some) => some[0] === -1 || some.some((text) => text !== some[0]));
  return row < 0 ? Infinity : row;
}

function textsOf(cell: Cell): readonly number[] {
  return Array.from({ length: cell.length }, (_, row) => cell.rowAt(row).text);
}

describe('a cell that grows', () => {
  it('knows the first row with which there are two texts, whatever came since it was asked before', () => {
    fc.assert(
      fc.property(found, (acts) => {
        const cell = Cell.of([]);
        expect(cell.secondTextRow).toBe(Infinity);
        for (const [index, { late, text }] of acts.entries()) {
          cell.open(act(index + 1, may + late * day, { text }));
          expect(cell.secondTextRow).toBe(rowsWithOneText(textsOf(cell)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells the value of every row, whichever rows a scan has derived', () => {
    fc.assert(
      fc.property(found, fc.array(fc.nat({ max: 8 }), { maxLength: 3 }), halfLives, (acts, scans, halfLifeDays) => {
        const cell = Cell.of([]);
        for (const [index, { late, value }] of acts.entries()) {
          cell.open(act(index + 1, may + late * day, { value }));
          if (scans.includes(index)) cell.decay(codeBook1, halfLifeDays);
          for (let row = 0; row < cell.length; row++) expect(cell.valueOf(row)).toBe(cell.rowAt(row).value);
        }
      }),
      { numRuns: 60 },
    );
  });
});
