import type { Instant } from '../time/instant.js';
import { Standings } from './standings.js';
import { StoredWithdrawal, WithdrawableAct } from './withdrawable-act.js';
import type { WithdrawalRow } from './withdrawal-row.js';

/** A withdrawal that takes from the standing of what it names the factor 1 − certainty × standing. */
export interface ActingWithdrawal {
  readonly act: number;
  readonly certainty: number;
  readonly standing: number;
}

const bytesPerRow = 400;

/** The withdrawals of one party, of withdrawals too, by the act that they name. */
export class Withdrawals {
  private readonly acts = new Map<number, WithdrawableAct>();
  private rows = 0;
  private namedActs = 0;

  static of(rows: Iterable<WithdrawalRow>): Withdrawals {
    const withdrawals = new Withdrawals();
    for (const row of rows) withdrawals.open(row);
    return withdrawals;
  }

  /** An estimate. */
  get byteSize(): number {
    return this.rows * bytesPerRow;
  }

  /** How many acts were ever named: grows whenever one is named for the first time. */
  get named(): number {
    return this.namedActs;
  }

  /** Adds a row; one with the same act and `from` is already there when events are replayed, and changes nothing. */
  open(row: WithdrawalRow): void {
    if (row.act <= row.target) throw new RangeError(`act ${row.act} cannot withdraw act ${row.target}, recorded later`);
    const target = this.act(row.target);
    const before = target.namedBy.length;
    const stored = new StoredWithdrawal(row, target, this.act(row.act));
    if (!stored.enter()) return;
    this.rows += 1;
    if (before === 0) this.namedActs += 1;
  }

  /** Ends what that withdrawal has open since before this sequence; a repeat changes nothing. */
  close(act: number, sequence: number): void {
    for (const row of this.acts.get(act)?.own ?? []) row.close(sequence);
  }

  /** What names this act, or undefined when nothing ever did. */
  naming(act: number): WithdrawableAct | undefined {
    const found = this.acts.get(act);
    return found && found.namedBy.length > 0 ? found : undefined;
  }

  /** The rows by which this act, if it is a withdrawal, names others. */
  rowsOf(act: number): readonly StoredWithdrawal[] {
    return this.acts.get(act)?.own ?? [];
  }

  /** The rows visible at this sequence, as they were given. */
  rowsAt(sequence: number): readonly WithdrawalRow[] {
    const visible = [...this.acts.values()].flatMap(({ own }) => own.filter((row) => row.isVisibleAt(sequence)));
    return visible.map(({ target, withdrawal, from, to, effective, end, certainty }) => {
      return { target: target.act, act: withdrawal.act, from, to, effective, end, certainty };
    });
  }

  /** What the withdrawals visible at this sequence leave of an act that is in its time: 1 all, 0 nothing. */
  standingOf(act: number, validAt: Instant, sequence: number): number {
    const named = this.naming(act);
    return named ? new Standings(validAt, sequence).of(named) : 1;
  }

  /** The withdrawals that act on an act at (T, K), in (effective, act) order: what its standing is made of. */
  actingOn(act: number, validAt: Instant, sequence: number): readonly ActingWithdrawal[] {
    const standings = new Standings(validAt, sequence);
    const rows = this.acts.get(act)?.namedBy.filter((row) => row.isActingAt(validAt, sequence)) ?? [];
    return rows.map(({ withdrawal, certainty }) => ({
      act: withdrawal.act,
      certainty,
      standing: standings.of(withdrawal),
    }));
  }

  private act(act: number): WithdrawableAct {
    const known = this.acts.get(act) ?? new WithdrawableAct(act);
    this.acts.set(act, known);
    return known;
  }
}
