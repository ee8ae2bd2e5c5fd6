import type { Columns } from './columns.js';
import type { WithdrawableAct } from './withdrawable-act.js';
import type { Withdrawals } from './withdrawals.js';

/**
 * The exceptional rows of a cell, ascending: those that were closed, whose act ends, or whose act a withdrawal ever
 * named. All others have effect from their `from` on and are in force from their `effective` on, for good, so that a
 * scan takes them unseen. Found when first asked for, and kept up while rows come.
 */
export class Exceptions {
  readonly rows: number[] = [];
  /** Beside `rows`: the act, where withdrawals named it. */
  readonly acts: (WithdrawableAct | null)[] = [];
  private readonly named: number;
  private length = 0;

  constructor(private readonly withdrawals: Withdrawals) {
    this.named = withdrawals.named;
  }

  /** An estimate. */
  get byteSize(): number {
    return this.rows.length * 16;
  }

  /** Whether it knows every act that these withdrawals name; those that name none are all alike. */
  isAbout(withdrawals: Withdrawals): boolean {
    return this.named === withdrawals.named && (this.named === 0 || this.withdrawals === withdrawals);
  }

  /** Looks at the rows up to `length` that were added at the end. */
  extend(columns: Columns, length: number): void {
    for (let row = this.length; row < length; row++) this.look(columns, row, this.rows.length);
    this.length = length;
  }

  /** Follows a row that was put into the columns at `row`. */
  insert(columns: Columns, row: number): void {
    if (row >= this.length) return;
    const place = this.placeOf(row);
    for (let at = place; at < this.rows.length; at++) this.rows[at] = (this.rows[at] ?? 0) + 1;
    this.look(columns, row, place);
    this.length += 1;
  }

  /** Follows a row that was closed. */
  close(columns: Columns, row: number): void {
    const place = this.placeOf(row);
    if (row < this.length && this.rows[place] !== row) this.look(columns, row, place);
  }

  private look(columns: Columns, row: number, place: number): void {
    const act = this.named > 0 ? (this.withdrawals.naming(columns.act[row] ?? 0) ?? null) : null;
    if (act === null && columns.to[row] === Infinity && columns.end[row] === Infinity) return;
    this.rows.splice(place, 0, row);
    this.acts.splice(place, 0, act);
  }

  /** The first place whose row is not less. */
  private placeOf(row: number): number {
    let place = this.rows.length;
    while (place > 0 && (this.rows[place - 1] ?? 0) >= row) place -= 1;
    return place;
  }
}
