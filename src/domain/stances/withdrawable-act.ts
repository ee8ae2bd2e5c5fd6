import type { Instant } from '../time/instant.js';
import type { WithdrawalRow } from './withdrawal-row.js';

/** An act that withdrawals name or that is a withdrawal itself: a node of the forest of who withdraws what. */
export class WithdrawableAct {
  /** Rows that name it, in (effective, act, from) order. */
  readonly namedBy: StoredWithdrawal[] = [];
  /** Rows by which it names others: one for each time that its content changed. */
  readonly own: StoredWithdrawal[] = [];

  constructor(readonly act: number) {}
}

/** A withdrawal row tied to the act that it names and to the one that it is. */
export class StoredWithdrawal {
  readonly from: number;
  readonly effective: Instant;
  readonly end: Instant;
  readonly certainty: number;
  private closedAt: number;

  constructor(
    row: WithdrawalRow,
    readonly target: WithdrawableAct,
    readonly withdrawal: WithdrawableAct,
  ) {
    this.from = row.from;
    this.closedAt = row.to;
    this.effective = row.effective;
    this.end = row.end;
    this.certainty = row.certainty;
  }

  /** Infinity while it has effect. */
  get to(): number {
    return this.closedAt;
  }

  isVisibleAt(sequence: number): boolean {
    return this.from <= sequence && sequence < this.closedAt;
  }

  isActingAt(validAt: Instant, sequence: number): boolean {
    return this.isVisibleAt(sequence) && this.effective <= validAt && validAt < this.end;
  }

  close(sequence: number): void {
    if (this.closedAt === Infinity && this.from < sequence) this.closedAt = sequence;
  }

  /** Takes its place in both acts, unless it is there already. */
  enter(): boolean {
    if (this.withdrawal.own.some((row) => row.from === this.from)) return false;
    this.withdrawal.own.push(this);
    const { namedBy } = this.target;
    let place = namedBy.length;
    while (place > 0 && this.isBefore(namedBy[place - 1])) place -= 1;
    namedBy.splice(place, 0, this);
    return true;
  }

  private isBefore(other: StoredWithdrawal | undefined): boolean {
    if (!other) return false;
    if (this.effective !== other.effective) return this.effective < other.effective;
    if (this.withdrawal !== other.withdrawal) return this.withdrawal.act < other.withdrawal.act;
    return this.from < other.from;
  }
}
