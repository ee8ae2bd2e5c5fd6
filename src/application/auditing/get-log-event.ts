import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { StoredEventView } from '../tracing/views.js';
import { CommittedEvents } from './committed-events.js';
import { storedEventView } from './stored-event-view.js';

/** An event as it stands in the log, whole. */
export class GetLogEvent extends Query<StoredEventView> {
  constructor(readonly sequence: number) {
    super();
  }
}

@QueryHandler(GetLogEvent)
export class GetLogEventHandler implements IQueryHandler<GetLogEvent> {
  constructor(private readonly events: CommittedEvents) {}

  /** @throws Refusal `not-found` beyond this node's head, `log-altered`, `behind`; LogAway */
  async execute({ sequence }: GetLogEvent): Promise<StoredEventView> {
    return storedEventView(await this.events.at(sequence));
  }
}
