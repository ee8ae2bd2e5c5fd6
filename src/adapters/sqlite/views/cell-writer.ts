import { Cell } from '../../../domain/stances/cell.js';
import { attributionCodes, gradeCodes, kindCodes, modeCodes } from '../../../domain/stances/row-codes.js';
import type { CellKey, RowClosed, RowOpened } from '../../../ports/projection.js';
import { readCell } from './stored-cell.js';
import type { ViewsConnection } from './views-connection.js';

/** A cell is packed again once this many changes, and this share of its rows, have come since: seldom, but in time. */
const changesMin = 512;
const shareMin = 1 / 4;

interface Unpacked {
  changes: number;
  /** How many changes there may be before the cell is packed. */
  readonly changesMax: number;
}

/**
 * Writes the rows of cells. While views are built from nothing, cells are kept in memory and written at the end, each
 * in one block; later, what changes is written change by change, and packed into the block when there is much of it.
 */
export class CellWriter {
  private built: Map<number, Map<number, Cell>> | null = null;
  private readonly unpacked = new Map<string, Unpacked>();

  constructor(private readonly views: ViewsConnection) {}

  /** Goes on with another file, or after a write that failed. */
  forget(): void {
    this.built = null;
    this.unpacked.clear();
  }

  /** Begins to fill a file from nothing. */
  build(): void {
    this.built = new Map();
  }

  /** Writes what was built. */
  finish(): void {
    for (const [party, cells] of this.built ?? []) {
      for (const [issue, cell] of cells) this.writeBlock({ party, issue }, cell);
    }
    this.forget();
  }

  /** The cell with all that was written so far. */
  cell(key: CellKey): Cell {
    return this.built?.get(key.party)?.get(key.issue) ?? (this.built ? Cell.of([]) : readCell(this.views, key));
  }

  /** The parties that ever had a row on the issue. */
  partiesOn(issue: number): readonly number[] {
    if (this.built) return [...this.built].filter(([, cells]) => cells.has(issue)).map(([party]) => party);
    return this.views.all<{ party: number }>(selectParties, issue, issue).map(({ party }) => party);
  }

  open(change: RowOpened): void {
    if (this.built) return this.builtCell(change).open(change.row);
    const { act, from, start, effective, end, value, kind, mode, attribution, grade, certainty } = change.row;
    const span = [start, effective, end === Infinity ? null : end] as const;
    const traits = [kindCodes.codeOf(kind), modeCodes.codeOf(mode), attributionCodes.codeOf(attribution)] as const;
    const weight = [gradeCodes.codeOf(grade), certainty, change.row.speaker, change.row.text] as const;
    this.views.run(insertOpened, change.party, change.issue, act, from, ...span, value, ...traits, ...weight);
    this.count(change);
  }

  close(change: RowClosed): void {
    if (this.built) return this.builtCell(change).close(change.act, change.at);
    this.views.run(insertClosed, change.party, change.issue, change.act, change.at);
    this.count(change);
  }

  private builtCell({ party, issue }: CellKey): Cell {
    const known = this.built?.get(party);
    const cells = known ?? new Map<number, Cell>();
    if (!known) this.built?.set(party, cells);
    const cell = cells.get(issue) ?? Cell.of([]);
    if (cell.length === 0) cells.set(issue, cell);
    return cell;
  }

  private count({ party, issue }: CellKey): void {
    const name = `${String(party)}/${String(issue)}`;
    const unpacked = this.unpacked.get(name) ?? this.countStored({ party, issue });
    unpacked.changes += 1;
    this.unpacked.set(name, unpacked);
    if (unpacked.changes < unpacked.changesMax) return;
    this.pack({ party, issue });
    this.unpacked.delete(name);
  }

  /** This process has not written to the cell before; the change that it just wrote is counted by who asks. */
  private countStored({ party, issue }: CellKey): Unpacked {
    const { rows = 0 } = this.views.one<{ rows: number }>(selectRows, party, issue) ?? {};
    const { changes } = this.views.one<{ changes: number }>(countChanges, party, issue) ?? { changes: 1 };
    return { changes: changes - 1, changesMax: Math.max(changesMin, Math.ceil(rows * shareMin)) };
  }

  private pack(key: CellKey): void {
    this.writeBlock(key, readCell(this.views, key));
    this.views.run(deleteChanges, key.party, key.issue);
  }

  private writeBlock({ party, issue }: CellKey, cell: Cell): void {
    this.views.run(replaceBlock, party, issue, cell.length, cell.packed());
  }
}

const insertOpened = `INSERT INTO cell_changes (party, issue, act, at, start, effective, end, value, kind, mode,
  attribution, grade, certainty, speaker, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const insertClosed = 'INSERT INTO cell_changes (party, issue, act, at) VALUES (?, ?, ?, ?)';
const selectParties = `SELECT party FROM cells WHERE issue = ?
  UNION SELECT party FROM cell_changes WHERE issue = ?`;
const selectRows = 'SELECT rows FROM cells WHERE party = ? AND issue = ?';
const countChanges = 'SELECT count(*) AS changes FROM cell_changes WHERE party = ? AND issue = ?';
const deleteChanges = 'DELETE FROM cell_changes WHERE party = ? AND issue = ?';
const replaceBlock = 'INSERT OR REPLACE INTO cells (party, issue, rows, block) VALUES (?, ?, ?, ?)';
