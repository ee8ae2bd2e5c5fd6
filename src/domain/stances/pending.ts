import type { Instant } from '../time/instant.js';
import type { Cell } from './cell.js';
import { RowTest } from './row-test.js';
import type { StanceQuestion } from './stance-question.js';
import type { PendingAct } from './stance.js';

/** Acts with start < T < effective that are visible at K and pass the selection: they may already have happened. */
export function pendingOf(cell: Cell, question: StanceQuestion): readonly PendingAct[] {
  const { validAt, sequence } = question;
  const { columns, widest, length } = cell;
  const test = RowTest.of(question.selection, question.codeBook);
  const pending: PendingAct[] = [];
  for (let row = cell.firstAfter(validAt); row < length; row++) {
    if (instantOf(columns.effective, row) - widest >= validAt) break;
    const isPending = instantOf(columns.start, row) < validAt && columns.isVisible(row, sequence);
    if (isPending && (test === null || test.passes(columns, row))) pending.push(readPending(cell, row));
  }
  return pending;
}

function instantOf(column: Float64Array, row: number): Instant {
  return column[row] ?? 0;
}

function readPending(cell: Cell, row: number): PendingAct {
  const { act, kind, start, effective, value } = cell.rowAt(row);
  return { act, kind, start, effective, value };
}
