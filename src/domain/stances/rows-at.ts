import type { Cell } from './cell.js';
import type { CellRow } from './cell-row.js';

/** Finds the one row by which an act has effect at K. */
export function rowsAt(cell: Cell, sequence: number): (act: number) => CellRow {
  const rows = new Map<number, number>();
  for (let row = 0; row < cell.length; row++) {
    if (cell.columns.isVisible(row, sequence)) rows.set(cell.columns.act[row] ?? 0, row);
  }
  return (act) => cell.rowAt(rows.get(act) ?? -1);
}
