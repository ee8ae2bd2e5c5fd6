import type { ActKind } from '../acts/act-kind.js';
import type { Instant } from '../time/instant.js';
import type { Cell } from './cell.js';

/** A coding about to be recorded, to look for the same deed coded before; start = end for an instant. */
export interface Coding {
  readonly kind: ActKind;
  readonly start: Instant;
  readonly end: Instant;
  /** Only acts first recorded before this sequence. */
  readonly before: number;
}

/**
 * Acts of the cell, oldest first, that have effect now, are of this kind and may have happened when this did. An
 * instant is a millisecond wide here, so that two acts of the same instant overlap.
 */
export function actsAlike(cell: Cell, { kind, start, end, before }: Coding): readonly number[] {
  const { columns, widest, length } = cell;
  const span = { start, last: end === start ? end + 1 : end };
  const alike: number[] = [];
  for (let row = cell.firstAfter(start - 1); row < length; row++) {
    if (instantOf(columns.effective, row) - widest >= span.last) break;
    const isAlike = overlaps(cell, row, span) && columns.kindOf(row) === kind;
    if (isAlike && isOpen(cell, row, before)) alike.push(columns.act[row] ?? 0);
  }
  return alike;
}

interface Span {
  readonly start: Instant;
  readonly last: Instant;
}

function overlaps({ columns }: Cell, row: number, { start, last }: Span): boolean {
  const began = instantOf(columns.start, row);
  const effective = instantOf(columns.effective, row);
  return began < last && effective + (began === effective ? 1 : 0) > start;
}

function isOpen({ columns }: Cell, row: number, before: number): boolean {
  return columns.to[row] === Infinity && (columns.act[row] ?? 0) < before;
}

function instantOf(column: Float64Array, row: number): Instant {
  return column[row] ?? 0;
}
