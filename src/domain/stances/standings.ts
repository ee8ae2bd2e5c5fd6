import type { Instant } from '../time/instant.js';
import { countedStanding } from './counted-standing.js';
import type { StoredWithdrawal, WithdrawableAct } from './withdrawable-act.js';

const nothing: ReadonlySet<number> = new Set();

/**
 * Standings at one (T, K), each found once: standing(a) = Π over the withdrawals w that name a, in (effective, act)
 * order, of (1 − certainty(w) · standing(w)), where a withdrawal outside its time has none (DESIGN section 4).
 */
export class Standings {
  private readonly known = new Map<WithdrawableAct, number>();

  constructor(
    private readonly validAt: Instant,
    private readonly sequence: number,
    /** Withdrawals as if they had never been, by number. */
    private readonly without: ReadonlySet<number> = nothing,
  ) {}

  /** The standing of an act that is in its time. */
  of(act: WithdrawableAct): number {
    return this.known.get(act) ?? this.find(act);
  }

  /** From the farthest withdrawals back to the act, without recursion: a chain may be as long as the log. */
  private find(act: WithdrawableAct): number {
    const reached = [act];
    for (const each of reached) this.reach(each, reached);
    for (let place = reached.length - 1; place > 0; place--) {
      const each = reached[place];
      if (each) this.known.set(each, this.left(each));
    }
    return this.left(act);
  }

  private reach(act: WithdrawableAct, reached: WithdrawableAct[]): void {
    for (const row of act.namedBy) {
      const { withdrawal } = row;
      const isNamed = withdrawal.namedBy.length > 0 && this.isActing(row);
      if (isNamed && !this.known.has(withdrawal)) reached.push(withdrawal);
    }
  }

  private left(act: WithdrawableAct): number {
    let standing = 1;
    for (const row of act.namedBy) {
      if (this.isActing(row)) standing *= 1 - row.certainty * this.ofWithdrawal(row.withdrawal);
    }
    return countedStanding(standing);
  }

  private ofWithdrawal(withdrawal: WithdrawableAct): number {
    return withdrawal.namedBy.length === 0 ? 1 : (this.known.get(withdrawal) ?? 1);
  }

  private isActing(row: StoredWithdrawal): boolean {
    return row.isActingAt(this.validAt, this.sequence) && !this.without.has(row.withdrawal.act);
  }
}
