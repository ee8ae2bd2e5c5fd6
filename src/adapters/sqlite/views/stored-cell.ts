import { Cell } from '../../../domain/stances/cell.js';
import type { CellRow } from '../../../domain/stances/cell-row.js';
import { attributionCodes, gradeCodes, kindCodes, modeCodes } from '../../../domain/stances/row-codes.js';
import type { CellKey } from '../../../ports/projection.js';
import type { ViewsConnection } from './views-connection.js';

interface StoredChange {
  readonly act: number;
  readonly at: number;
  /** Null where a row was closed. */
  readonly start: number | null;
  readonly effective: number;
  readonly end: number | null;
  readonly value: number;
  readonly kind: number;
  readonly mode: number;
  readonly attribution: number;
  readonly grade: number;
  readonly certainty: number;
  readonly speaker: number;
  readonly text: number;
}

const selectBlock = 'SELECT block FROM cells WHERE party = ? AND issue = ?';
const selectChanges = `SELECT act, at, start, effective, end, value, kind, mode, attribution, grade, certainty, speaker,
  text FROM cell_changes WHERE party = ? AND issue = ? ORDER BY number`;

/** A cell out of its block and what changed in it since. Whoever is not its writer reads both in one transaction. */
export function readCell(views: ViewsConnection, { party, issue }: CellKey): Cell {
  const stored = views.one<{ block: Buffer }>(selectBlock, party, issue);
  const cell = stored ? Cell.unpack(blockOf(stored.block)) : Cell.of([]);
  for (const change of views.each<StoredChange>(selectChanges, party, issue)) apply(cell, change);
  return cell;
}

/** The driver gives each blob its own memory, as a rule: then it is used as it is. */
function blockOf({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer {
  if (byteOffset === 0 && buffer.byteLength === byteLength) return buffer as ArrayBuffer;
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

function apply(cell: Cell, change: StoredChange): void {
  if (change.start === null) cell.close(change.act, change.at);
  else cell.open(rowOf(change, change.start));
}

function rowOf(change: StoredChange, start: number): CellRow {
  return {
    act: change.act,
    from: change.at,
    to: Infinity,
    start,
    effective: change.effective,
    end: change.end ?? Infinity,
    value: change.value,
    kind: kindCodes.nameOf(change.kind),
    mode: modeCodes.nameOf(change.mode),
    attribution: attributionCodes.nameOf(change.attribution),
    grade: gradeCodes.nameOf(change.grade),
    certainty: change.certainty,
    speaker: change.speaker,
    text: change.text,
  };
}
