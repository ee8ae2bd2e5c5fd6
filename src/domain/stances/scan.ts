import type { InForce } from './in-force.js';
import { RowTest } from './row-test.js';
import type { StanceQuestion } from './stance-question.js';
import { Standings } from './standings.js';
import type { WithdrawableAct } from './withdrawable-act.js';
import type { Withdrawals } from './withdrawals.js';

/**
 * Rows per call of the hot loop: engines compile a loop that runs long in its first call by guess as to what follows.
 */
const turn = 512;

/** One pass over a cell: exceptional rows are looked at one by one, all others are taken by the stretch. */
export class Scan {
  private readonly test: RowTest | null;
  private readonly seesAll: boolean;
  private standings: Standings | null = null;

  constructor(
    private readonly acts: InForce,
    private readonly question: StanceQuestion,
  ) {
    this.test = RowTest.of(question.selection, question.codeBook);
    this.seesAll = acts.cell.lastFrom <= question.sequence;
  }

  run(withdrawals: Withdrawals): void {
    const { cell } = this.acts;
    const stop = cell.firstAfter(this.question.validAt);
    const { rows, acts } = cell.exceptions(withdrawals);
    let next = 0;
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? stop;
      if (row >= stop) break;
      if (next < row) this.takeStretch(next, row);
      if (this.isCandidate(row)) this.acts.push(row, row + 1, this.standingOf(acts[place] ?? null));
      next = row + 1;
    }
    this.takeStretch(next, stop);
  }

  private takeStretch(first: number, stop: number): void {
    const { acts, test } = this;
    if (this.seesAll && test === null) {
      acts.push(first, stop, 1);
      return;
    }
    for (let next = first; next < stop; next += turn) {
      const until = Math.min(stop, next + turn);
      if (test === null) this.takeVisible(next, until);
      else this.takeTested(test, next, until);
    }
  }

  private takeVisible(first: number, stop: number): void {
    const { acts, question } = this;
    const { from } = acts.cell.columns;
    const { sequence } = question;
    let next = first;
    for (let row = first; row < stop; row++) {
      if ((from[row] ?? 0) > sequence) {
        acts.push(next, row, 1);
        next = row + 1;
      }
    }
    acts.push(next, stop, 1);
  }

  private takeTested(test: RowTest, first: number, stop: number): void {
    const { acts, question } = this;
    const { columns } = acts.cell;
    const { from } = columns;
    const { sequence } = question;
    for (let row = first; row < stop; row++) {
      if ((from[row] ?? 0) <= sequence && test.passes(columns, row)) acts.push(row, row + 1, 1);
    }
  }

  private standingOf(act: WithdrawableAct | null): number {
    if (act === null) return 1;
    this.standings ??= new Standings(this.question.validAt, this.question.sequence);
    return this.standings.of(act);
  }

  /** Whether a row of an act that has begun is visible, not over and selected. */
  private isCandidate(row: number): boolean {
    const { columns } = this.acts.cell;
    const { sequence, validAt } = this.question;
    if (!columns.isVisible(row, sequence) || validAt >= (columns.end[row] ?? 0)) return false;
    return this.test === null || this.test.passes(columns, row);
  }
}
