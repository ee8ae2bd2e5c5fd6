import { createHash } from 'node:crypto';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Hash } from '../../domain/audit/hash.js';
import { formatInstant } from '../../domain/time/instant.js';
import type { LogEvent } from '../../ports/event-log.js';
import { EventsBySequence } from './events-by-sequence.js';
import { ProvableTree } from './provable-tree.js';
import type { CommittedEventView, LogPageView } from './views.js';

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
      items: events.map((event) => committed(event, this.tree.nodes.node(0, event.sequence - 1))),
      next: last < head ? last : null,
    };
  }
}

function committed(event: LogEvent, leafHash: Hash): CommittedEventView {
  const { sequence, id, type, schemaVersion, stream, revision, recorder, data } = event;
  const { assurance, command, correlation, causation } = event;
  return {
    ...{ sequence, recordedAt: formatInstant(event.recordedAt), id, type, schemaVersion, stream, revision, recorder },
    ...{ assurance, command, correlation, causation, data },
    dataSha256: createHash('sha256').update(data, 'utf8').digest('hex'),
    leafHash,
  };
}
