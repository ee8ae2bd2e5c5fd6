import type { CellRow } from './cell-row.js';
import { Cell } from './cell.js';
import type { WithdrawalRow } from './withdrawal-row.js';
import { Withdrawals } from './withdrawals.js';

/** What stands at some K in the place of an act's rows, by the act's number; null where nothing does. */
export type Replaced<R> = ReadonlyMap<number, R | null>;

/** The cell as it stands at this sequence, but for the rows of these acts; right at this sequence only. */
export function cellWith(cell: Cell, sequence: number, replaced: Replaced<CellRow>): Cell {
  const rows: CellRow[] = [];
  for (let row = 0; row < cell.length; row++) {
    const { columns } = cell;
    if (columns.isVisible(row, sequence) && !replaced.has(columns.act[row] ?? 0)) rows.push(cell.rowAt(row));
  }
  for (const row of replaced.values()) if (row) rows.push(row);
  return Cell.of(
    rows.sort((a, b) => a.effective - b.effective || a.act - b.act),
    rows.length,
  );
}

/** The same of a party's withdrawals. */
export function withdrawalsWith(
  withdrawals: Withdrawals,
  sequence: number,
  replaced: Replaced<WithdrawalRow>,
): Withdrawals {
  const others = withdrawals.rowsAt(sequence).filter(({ act }) => !replaced.has(act));
  return Withdrawals.of([...others, ...[...replaced.values()].flatMap((row) => row ?? [])]);
}
