import type { IssueContent } from '../../../domain/issues/issue-content.js';
import type { EntityKind } from '../../../domain/shared/stream.js';
import type { Cell } from '../../../domain/stances/cell.js';
import { Withdrawals } from '../../../domain/stances/withdrawals.js';
import { type CellKey, Present, type RowChange } from '../../../ports/projection.js';
import type { CellWriter } from './cell-writer.js';
import { readWithdrawals } from './sqlite-cells.js';
import type { SqlitePast } from './sqlite-past.js';
import type { ViewsConnection } from './views-connection.js';

/** Parties whose withdrawals are kept while the log is followed. */
const remembered = 10_000;

/** The present as the rows tell it, those too that are written but not committed. */
export class SqlitePresent extends Present {
  /** While views are built from nothing, all of them: there is no index to find them by. */
  private readonly parties = new Map<number, Withdrawals>();
  private building = false;

  constructor(
    private readonly views: ViewsConnection,
    private readonly past: SqlitePast,
    private readonly cells: CellWriter,
  ) {
    super();
  }

  override numberOf(kind: EntityKind, id: string): number {
    return this.past.numberOf(kind, id);
  }

  override cell(key: CellKey): Cell {
    return this.cells.cell(key);
  }

  override withdrawals(party: number): Withdrawals {
    const known = this.parties.get(party);
    if (known) return known;
    const withdrawals = this.building ? Withdrawals.of([]) : readWithdrawals(this.views, party);
    if (!this.building && this.parties.size >= remembered) this.parties.clear();
    this.parties.set(party, withdrawals);
    return withdrawals;
  }

  override framing(issue: number, sequence: number): IssueContent {
    const framed = this.views.one<{ state: string }>(selectFraming, issue, sequence);
    if (!framed) throw new Error(`issue ${String(issue)} was not framed by ${String(sequence)}`);
    return JSON.parse(framed.state) as IssueContent;
  }

  override issuesOf(act: number): readonly number[] {
    return this.past.actByNumber(act).content.leanings.map(({ issue }) => this.past.numberOf('issue', issue));
  }

  override partiesOn(issue: number): readonly number[] {
    return this.cells.partiesOn(issue);
  }

  build(): void {
    this.forget();
    this.building = true;
  }

  /** Keeps what is remembered true after a change was written. */
  follow(change: RowChange): void {
    if (change.change === 'withdrawal-opened') this.kept(change.party)?.open(change.row);
    if (change.change === 'withdrawal-closed') this.kept(change.party)?.close(change.act, change.at);
  }

  forget(): void {
    this.parties.clear();
    this.building = false;
  }

  private kept(party: number): Withdrawals | undefined {
    return this.building ? this.withdrawals(party) : this.parties.get(party);
  }
}

const selectFraming = `SELECT state FROM entries
  WHERE kind = 'issue' AND id = (SELECT id FROM entries WHERE sequence = ?) AND sequence <= ?
  ORDER BY revision DESC LIMIT 1`;
