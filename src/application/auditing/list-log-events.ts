import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EventsBySequence } from './events-by-sequence.js';
import { ProvableTree } from './provable-tree.js';
import { storedEventView } from './stored-event-view.js';
import type { LogPageView } from './views.js';

/** Events as the log holds them, up to this node's head. */
export class ListLogEvents extends Query<LogPageView> {
  constructor(
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListLogEvents)
export class ListLogEventsHandler implements IQueryHandler<ListLogEvents> {
  constructor(
    private readonly tree: ProvableTree,
    private readonly events: EventsBySequence,
  ) {}

  /** @throws Refusal `behind`, `log-altered`; LogAway */
  async execute({ after, limit }: ListLogEvents): Promise<LogPageView> {
    const head = this.tree.size();
    if (after >= head) return { items: [], next: null };
    const events = await this.events.after(after, Math.min(limit, head - after));
    const last = events.at(-1)?.sequence ?? head;
    return {
      items: events.map((event) => ({
        ...storedEventView(event),
        leafHash: this.tree.nodes.node(0, event.sequence - 1),
      })),
      next: last < head ? last : null,
    };
  }
}
