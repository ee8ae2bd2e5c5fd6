import type { CellRow } from './cell-row.js';

export declare class Cell {
  /** A cell of these rows; those already in (effective, act, from) order cost least. `expected` sizes the columns. */
  static of(rows: Iterable<CellRow>, expected?: number): Cell;
  get length(): number;
  get byteSize(): number;
  open(row: CellRow): void;
  close(act: number, sequence: number): void;
  rowAt(index: number): CellRow;
}
