import type { Cell } from './cell.js';
import { InForce } from './in-force.js';
import { putAct } from './put-act.js';
import { RowTest } from './row-test.js';
import { Scan } from './scan.js';
import type { StanceQuestion } from './stance-question.js';
import { Standings } from './standings.js';
import { Sums } from './sums.js';
import type { Withdrawals } from './withdrawals.js';

/** What would be otherwise without a part of the evidence. */
export interface Without {
  /** Acts that would have no effect, by number. */
  readonly gone: ReadonlySet<number>;
  /** Rows that would stand in the place of those of their acts. */
  readonly replaced: readonly Replacement[];
}

export interface Replacement {
  readonly act: number;
  /** The `from` of the row of the cell that would stand there. */
  readonly from: number;
}

/** A row and the standing that it gets. */
interface Placing {
  readonly row: number;
  readonly standing: number;
}

/**
 * Scores without one thing after another, to the bit those of a cell that had never held it: a fold of the acts in
 * force, of which only those change that the thing itself makes change. The rows of the question's sequence are the
 * evidence as it is; rows that would replace them stand in the same cell, each with a later `from` of its own.
 */
export class LeaveOneOut {
  /** The score of all; null when nothing contributes. */
  readonly score: number | null;
  private readonly acts: InForce;
  private readonly sums = new Sums();
  private readonly test: RowTest | null;
  private readonly standings: Float64Array;
  private readonly rowOfAct = new Map<number, number>();
  private readonly rowOfReplacement = new Map<number, number>();

  constructor(
    cell: Cell,
    private readonly withdrawals: Withdrawals,
    private readonly question: StanceQuestion,
  ) {
    this.acts = new InForce(cell, question);
    this.test = RowTest.of(question.selection, question.codeBook);
    this.standings = new Float64Array(cell.length);
    new Scan(this.acts, this.sums, question).run(withdrawals);
    this.note(cell);
    this.score = this.fold();
  }

  /** The acts that contribute under the model, in (effective, act) order, by number. */
  get contributing(): readonly number[] {
    const { acts, sums, standings } = this;
    const inForce = [...this.rowOfAct].filter(([, row]) => (standings[row] ?? 0) > 0).map(([act]) => act);
    return acts.count === 0 ? [] : inForce.slice(sums.first);
  }

  /** The score without; null when nothing would contribute. */
  scoreWithout({ gone, replaced }: Without): number | null {
    const changes = this.changes(gone, new Map(replaced.map(({ act, from }) => [act, from])));
    for (const { row, standing } of changes) putAct(this.acts, row, standing);
    const score = this.fold();
    for (const { row } of changes) putAct(this.acts, row, this.standings[row] ?? 0);
    return score;
  }

  private note({ columns, length }: Cell): void {
    const { firsts, stops, standings, ranges } = this.acts;
    for (let range = 0; range < ranges; range++) {
      this.standings.fill(standings[range] ?? 0, firsts[range], stops[range]);
    }
    for (let row = 0; row < length; row++) {
      const from = columns.from[row] ?? 0;
      if (from <= this.question.sequence) this.rowOfAct.set(columns.act[row] ?? 0, row);
      else this.rowOfReplacement.set(from, row);
    }
  }

  private fold(): number | null {
    const { acts, sums, question } = this;
    if (acts.count === 0) return null;
    question.model.fold(sums, acts, 0);
    return sums.score(acts);
  }

  private changes(gone: ReadonlySet<number>, replaced: ReadonlyMap<number, number>): readonly Placing[] {
    const standings = new Standings(this.question.validAt, this.question.sequence, gone);
    const concerned = this.concerned(gone, replaced.keys());
    return [...concerned].flatMap((act): readonly Placing[] => {
      const row = this.rowOfAct.get(act);
      if (row === undefined) return [];
      const from = replaced.get(act);
      const other = from === undefined ? row : (this.rowOfReplacement.get(from) ?? row);
      const placed = { row: other, standing: gone.has(act) ? 0 : this.standingOf(act, other, standings) };
      return other === row ? [placed] : [{ row, standing: 0 }, placed];
    });
  }

  /** Those acts, and those that the gone ones withdraw, directly or through other withdrawals. */
  private concerned(gone: ReadonlySet<number>, replaced: Iterable<number>): ReadonlySet<number> {
    const reached = new Set(gone);
    // A set's iteration comes by what is added to it meanwhile, too.
    for (const act of reached) for (const { target } of this.withdrawals.rowsOf(act)) reached.add(target.act);
    for (const act of replaced) reached.add(act);
    return reached;
  }

  private standingOf(act: number, row: number, standings: Standings): number {
    const { columns } = this.acts.cell;
    const { validAt } = this.question;
    const isInTime = (columns.effective[row] ?? 0) <= validAt && validAt < (columns.end[row] ?? 0);
    if (!isInTime || this.test?.passes(columns, row) === false) return 0;
    const named = this.withdrawals.naming(act);
    return named ? standings.of(named) : 1;
  }
}
