import { Participant } from './participant.js';
import type { StoredWithdrawal, WithdrawableAct } from './withdrawable-act.js';

interface Node {
  /** What takes part by this act: its row in the cell, itself as a withdrawal, or both. */
  readonly bearers: Participant[];
  /** The withdrawals that name it, in (effective, act) order. */
  readonly namers: Participant[];
}

/** Finds the withdrawals visible at K that are behind acts, those behind these, and so on. */
export class WithdrawalForest {
  private readonly nodes = new Map<WithdrawableAct, Node>();
  private readonly found: Participant[] = [];

  constructor(private readonly sequence: number) {}

  /** Says that this participant stands or falls with that act. */
  plant(act: WithdrawableAct, bearer: Participant): void {
    this.node(act).bearers.push(bearer);
  }

  /** Ties all that was planted to the withdrawals behind it, and gives those. */
  grow(): readonly Participant[] {
    // A map's iteration comes by what is added to it meanwhile, too.
    for (const [act, node] of this.nodes) this.search(act, node);
    for (const { bearers, namers } of this.nodes.values()) for (const bearer of bearers) bearer.namedBy = namers;
    return this.found;
  }

  private search(act: WithdrawableAct, { bearers, namers }: Node): void {
    for (const row of act.namedBy) if (row.isVisibleAt(this.sequence)) namers.push(this.add(row, bearers));
  }

  private add({ withdrawal, effective, end, certainty }: StoredWithdrawal, names: readonly Participant[]): Participant {
    const participant = new Participant({ act: withdrawal.act, effective, end });
    participant.certainty = certainty;
    participant.names = names;
    this.plant(withdrawal, participant);
    this.found.push(participant);
    return participant;
  }

  private node(act: WithdrawableAct): Node {
    const known = this.nodes.get(act) ?? { bearers: [], namers: [] };
    this.nodes.set(act, known);
    return known;
  }
}
