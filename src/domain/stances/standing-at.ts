import type { Cell } from './cell.js';
import { RowTest } from './row-test.js';
import type { StanceQuestion } from './stance-question.js';
import { Standings } from './standings.js';
import type { StoredWithdrawal } from './withdrawable-act.js';
import type { Withdrawals } from './withdrawals.js';

/** What single rows and withdrawals count for at one (T, K), through one selection. */
export class StandingAt {
  private readonly test: RowTest | null;
  private readonly standings: Standings;

  constructor(
    private readonly cell: Cell,
    private readonly withdrawals: Withdrawals,
    private readonly question: StanceQuestion,
  ) {
    this.test = RowTest.of(question.selection, question.codeBook);
    this.standings = new Standings(question.validAt, question.sequence);
  }

  /** 0 where the act has no effect at K, is not in force at T or does not pass. */
  ofRow(row: number): number {
    const { columns } = this.cell;
    if (!this.isInTime(row) || !columns.isVisible(row, this.question.sequence)) return 0;
    if (this.test !== null && !this.test.passes(columns, row)) return 0;
    const named = this.withdrawals.naming(columns.act[row] ?? 0);
    return named ? this.standings.of(named) : 1;
  }

  /** What a withdrawal takes away with, before its certainty: 0 while it does not act. */
  ofWithdrawal(row: StoredWithdrawal): number {
    const { validAt, sequence } = this.question;
    if (!row.isActingAt(validAt, sequence)) return 0;
    return row.withdrawal.namedBy.length > 0 ? this.standings.of(row.withdrawal) : 1;
  }

  private isInTime(row: number): boolean {
    const { effective, end } = this.cell.columns;
    const { validAt } = this.question;
    return (effective[row] ?? 0) <= validAt && validAt < (end[row] ?? 0);
  }
}
