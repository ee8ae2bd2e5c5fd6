import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/shared/refusal.js';
import type { LogEvent } from '../../ports/event-log.js';
import { LogTree } from '../../ports/log-tree.js';
import { Alteration } from './alteration.js';
import { EventsBySequence } from './events-by-sequence.js';

/** Events as the log holds them now, each of them what was committed to. */
@Injectable()
export class CommittedEvents {
  constructor(
    private readonly tree: LogTree,
    private readonly events: EventsBySequence,
    private readonly alteration: Alteration,
  ) {}

  /** @throws Refusal `behind`, `not-found` beyond this node's head, `log-altered`; LogAway */
  async at(sequence: number): Promise<LogEvent> {
    this.assertProjected(sequence);
    const event = await this.events.at(sequence);
    if (event && this.tree.holds(event)) return event;
    return this.alteration.refuse({ sequence, why: `Event ${String(sequence)} of the log is not what was recorded.` });
  }

  private assertProjected(sequence: number): void {
    const head = this.tree.head();
    if (!head) throw new Refusal('behind', 'This node is building its views and does not answer yet.');
    if (sequence <= head.size) return;
    const detail = `There is no event ${String(sequence)}; this node has come to ${String(head.size)}.`;
    throw new Refusal('not-found', detail);
  }
}
