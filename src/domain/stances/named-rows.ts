import type { Columns } from './columns.js';
import type { WithdrawableAct } from './withdrawable-act.js';
import type { Withdrawals } from './withdrawals.js';

export interface NamedRow {
  readonly row: number;
  readonly act: WithdrawableAct;
}

/** The rows of a cell whose acts any withdrawal of the party ever named, so that a scan need not look up the others. */
export class NamedRows {
  private readonly found: NamedRow[] = [];
  private readonly named: number;
  private length = 0;

  constructor(private readonly withdrawals: Withdrawals) {
    this.named = withdrawals.named;
  }

  /** Ascending. */
  get all(): readonly NamedRow[] {
    return this.found;
  }

  /** Whether more rows may be all that it lacks. */
  isAbout(withdrawals: Withdrawals): boolean {
    return this.withdrawals === withdrawals && this.named === withdrawals.named;
  }

  extend(columns: Columns, length: number): void {
    if (this.named > 0) this.search(columns, length);
    this.length = length;
  }

  private search(columns: Columns, length: number): void {
    for (let row = this.length; row < length; row++) {
      const act = this.withdrawals.naming(columns.act[row] ?? 0);
      if (act) this.found.push({ row, act });
    }
  }
}
