import type { CellRow } from './cell-row.js';
import type { Weight } from './effect.js';

/** The row with another weight, in [from, to): field by field, since copying an object costs as much as a scan. */
export function weighedRow(row: CellRow, { grade, text }: Weight, { from, to }: Pick<CellRow, 'from' | 'to'>): CellRow {
  const { act, start, effective, end, value, kind, mode, attribution, certainty, speaker } = row;
  return { act, from, to, start, effective, end, value, kind, mode, attribution, grade, certainty, speaker, text };
}
