import type { Cell } from '../../../domain/stances/cell.js';
import type { WithdrawalRow } from '../../../domain/stances/withdrawal-row.js';
import { Withdrawals } from '../../../domain/stances/withdrawals.js';
import { type ActLabel, Cells } from '../../../ports/cells.js';
import type { CellKey } from '../../../ports/projection.js';
import { readCell } from './stored-cell.js';
import type { ViewsConnection } from './views-connection.js';

interface StoredWithdrawalRow {
  readonly act: number;
  readonly from_sequence: number;
  readonly until: number | null;
  readonly target: number;
  readonly effective: number;
  readonly end: number | null;
  readonly certainty: number;
}

/** Cells in SQLite. */
export class SqliteCells extends Cells {
  constructor(private readonly views: ViewsConnection) {
    super();
  }

  override cell(key: CellKey): Cell {
    return this.views.database.transaction(readCell)(this.views, key);
  }

  override withdrawals(party: number): Withdrawals {
    return readWithdrawals(this.views, party);
  }

  override label(act: number, sequence: number): ActLabel {
    const first = this.views.one<ActLabel>(selectFirstLabel, act);
    if (first && first.from <= sequence && (first.until === null || sequence < first.until)) return first;
    const label = this.views.one<ActLabel>(selectLabel, act, sequence, sequence);
    if (!label) throw new Error(`the views hold no act ${String(act)} at ${String(sequence)}`);
    return label;
  }
}

export function readWithdrawals(views: ViewsConnection, party: number): Withdrawals {
  return Withdrawals.of(views.all<StoredWithdrawalRow>(selectWithdrawals, party).map(withdrawalOf));
}

const selectWithdrawals = `SELECT act, from_sequence, until, target, effective, end, certainty FROM withdrawal_rows
  WHERE party = ? ORDER BY act, from_sequence`;
/** Most acts have one version, found without their index. */
const selectFirstLabel = 'SELECT id, occurred, sequence AS "from", until FROM acts WHERE sequence = ?';
const selectLabel = `SELECT id, occurred, sequence AS "from", until FROM acts
  WHERE id = (SELECT id FROM acts WHERE sequence = ?)
  AND sequence <= ? AND (until IS NULL OR until > ?)`;

function withdrawalOf({ from_sequence: from, until, end, ...same }: StoredWithdrawalRow): WithdrawalRow {
  return { ...same, from, to: until ?? Infinity, end: end ?? Infinity };
}
