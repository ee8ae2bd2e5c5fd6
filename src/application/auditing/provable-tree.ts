import { Injectable } from '@nestjs/common';
import { refuseIf } from '../../domain/shared/check.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { LogTree } from '../../ports/log-tree.js';
import { Alteration } from './alteration.js';

/** The tree that proofs are made from, and its size; numbers asked for may be as great as other logs are. */
@Injectable()
export class ProvableTree {
  constructor(
    readonly nodes: LogTree,
    private readonly alteration: Alteration,
  ) {}

  /** Events that this node has projected. @throws Refusal `behind`, `log-altered` */
  size(): number {
    this.alteration.assertNone();
    const head = this.nodes.head();
    if (!head) throw new Refusal('behind', 'This node is building its views and does not answer yet.');
    return head.size;
  }

  /** A size that the tree had or has; its size now when none is named. @throws Refusal `beyond-head` */
  sizeAsked(asked: bigint | null, pointer: string): number {
    const size = this.size();
    const detail = `This node has come to event ${String(size)}; it proves nothing of ${String(asked)} events.`;
    refuseIf(asked !== null && asked > BigInt(size), 'beyond-head', { pointer, detail });
    return Number(asked ?? size);
  }
}
