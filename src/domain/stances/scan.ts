import type { InForce } from './in-force.js';
import type { FoldAlong, ScanPlace } from './models/stance-model.js';
import { RowTest } from './row-test.js';
import type { StanceQuestion } from './stance-question.js';
import { Standings } from './standings.js';
import type { Sums } from './sums.js';
import type { WithdrawableAct } from './withdrawable-act.js';
import type { Withdrawals } from './withdrawals.js';

const front: ScanPlace = { row: 0, place: 0 };

/**
 * One pass over a cell: exceptional rows are looked at one by one, all others are taken by the stretch. Where the
 * model can, it folds along.
 */
export class Scan {
  private readonly test: RowTest | null;
  private readonly fold: FoldAlong | null;
  private standings: Standings | null = null;

  constructor(
    private readonly acts: InForce,
    sums: Sums,
    private readonly question: StanceQuestion,
  ) {
    this.test = RowTest.of(question.selection, question.codeBook);
    sums.clear();
    this.fold = this.test === null ? question.model.along(sums, acts) : null;
  }

  /** Whether the acts were folded along. */
  run(withdrawals: Withdrawals): boolean {
    const { cell } = this.acts;
    const exceptions = cell.exceptions(withdrawals);
    const { count } = exceptions;
    const begin = this.fold?.begin(exceptions, this.question) ?? front;
    let next = begin.row;
    for (let { place } = begin; place < count && exceptions.effectiveAt(place) <= this.question.validAt; place++) {
      const row = exceptions.rowAt(place);
      this.takeStretch(next, row);
      if (exceptions.isLeftAt(place, this.question)) this.takeOne(row, exceptions.acts[place] ?? null);
      next = row + 1;
    }
    this.takeStretch(next, cell.length);
    this.fold?.finish();
    return this.fold !== null;
  }

  private takeOne(row: number, act: WithdrawableAct | null): void {
    if (this.test !== null && !this.test.passes(this.acts.cell.columns, row)) return;
    const standing = act === null ? 1 : this.standingOf(act);
    if (standing === 0) return;
    this.acts.push(row, row + 1, standing);
    this.fold?.addOne(row, standing);
  }

  private takeStretch(first: number, stop: number): void {
    const { acts, fold, question } = this;
    let next = first;
    while (next < stop) {
      const until = fold ? fold.addWhile(next, stop, question) : this.takenUntil(next, stop);
      acts.push(next, until, 1);
      next = fold ? fold.skipWhile(until, stop, question) : this.leftUntil(until, stop);
    }
  }

  /** Up to the first row that is left out. */
  private takenUntil(first: number, stop: number): number {
    const { effective } = this.acts.cell.columns;
    const { validAt } = this.question;
    let row = first;
    while (row < stop && (effective[row] ?? 0) <= validAt && this.isTaken(row)) row += 1;
    return row;
  }

  /** Up to the next row that is not left out; to the end of the stretch when T comes first. */
  private leftUntil(first: number, stop: number): number {
    const { effective } = this.acts.cell.columns;
    const { validAt } = this.question;
    for (let row = first; row < stop; row++) {
      if ((effective[row] ?? 0) > validAt) return stop;
      if (this.isTaken(row)) return row;
    }
    return stop;
  }

  private isTaken(row: number): boolean {
    const { columns } = this.acts.cell;
    const isVisible = (columns.from[row] ?? 0) <= this.question.sequence;
    return isVisible && (this.test === null || this.test.passes(columns, row));
  }

  private standingOf(act: WithdrawableAct): number {
    this.standings ??= new Standings(this.question.validAt, this.question.sequence);
    return this.standings.of(act);
  }
}
