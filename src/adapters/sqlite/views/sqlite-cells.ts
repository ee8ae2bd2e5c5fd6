import { Cell } from '../../../domain/stances/cell.js';
import type { CellRow } from '../../../domain/stances/cell-row.js';
import { attributionCodes, gradeCodes, kindCodes, modeCodes } from '../../../domain/stances/row-codes.js';
import type { WithdrawalRow } from '../../../domain/stances/withdrawal-row.js';
import { Withdrawals } from '../../../domain/stances/withdrawals.js';
import { type ActLabel, Cells } from '../../../ports/cells.js';
import type { CellKey } from '../../../ports/projection.js';
import type { ViewsConnection } from './views-connection.js';

interface StoredRow {
  readonly act: number;
  readonly from_sequence: number;
  readonly until: number | null;
  readonly start: number;
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

interface StoredWithdrawalRow {
  readonly act: number;
  readonly from_sequence: number;
  readonly until: number | null;
  readonly target: number;
  readonly effective: number;
  readonly end: number | null;
  readonly certainty: number;
}

/** Cells in SQLite, read in the order in which they are summed. */
export class SqliteCells extends Cells {
  constructor(private readonly views: ViewsConnection) {
    super();
  }

  override cell({ party, issue }: CellKey): Cell {
    const { rows } = this.views.one<{ rows: number }>(countCell, party, issue) ?? { rows: 0 };
    return Cell.of(read(this.views.each<StoredRow>(selectCell, party, issue)), rows);
  }

  override withdrawals(party: number): Withdrawals {
    return Withdrawals.of(this.views.all<StoredWithdrawalRow>(selectWithdrawals, party).map(withdrawalOf));
  }

  override label(act: number, sequence: number): ActLabel {
    const label = this.views.one<ActLabel>(selectLabel, act, sequence, sequence);
    if (!label) throw new Error(`the views hold no act ${String(act)} at ${String(sequence)}`);
    return label;
  }

  override keys(): readonly CellKey[] {
    return this.views.all<CellKey>('SELECT DISTINCT party, issue FROM cell_rows');
  }
}

const countCell = 'SELECT count(*) AS rows FROM cell_rows WHERE party = ? AND issue = ?';
const selectCell = `SELECT act, from_sequence, until, start, effective, end, value, kind, mode, attribution, grade,
  certainty, speaker, text FROM cell_rows WHERE party = ? AND issue = ? ORDER BY effective, act, from_sequence`;
const selectWithdrawals = `SELECT act, from_sequence, until, target, effective, end, certainty FROM withdrawal_rows
  WHERE party = ? ORDER BY act, from_sequence`;
const selectLabel = `SELECT id, occurred, sequence AS "from", until FROM acts
  WHERE id = (SELECT id FROM acts WHERE sequence = ?)
  AND sequence <= ? AND (until IS NULL OR until > ?)`;

/** One row at a time: a cell may have tens of thousands, and only its columns stay. */
function* read(stored: Iterable<StoredRow>): Generator<CellRow> {
  for (const row of stored) yield rowOf(row);
}

function rowOf({ act, from_sequence, until, start, effective, end, value, ...coding }: StoredRow): CellRow {
  const { kind, mode, attribution, grade, certainty, speaker, text } = coding;
  return {
    act,
    from: from_sequence,
    to: until ?? Infinity,
    start,
    effective,
    end: end ?? Infinity,
    value,
    kind: kindCodes.nameOf(kind),
    mode: modeCodes.nameOf(mode),
    attribution: attributionCodes.nameOf(attribution),
    grade: gradeCodes.nameOf(grade),
    certainty,
    speaker,
    text,
  };
}

function withdrawalOf({ from_sequence: from, until, end, ...same }: StoredWithdrawalRow): WithdrawalRow {
  return { ...same, from, to: until ?? Infinity, end: end ?? Infinity };
}
