import { createHash } from 'node:crypto';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { Chronicle } from '../../ports/chronicle.js';
import { Pinning } from '../asking/pinning.js';
import { LogEvents } from './log-events.js';
import type { StoredEventView } from './views.js';

/** An event as it stands in the log, whole. */
export class GetLogEvent extends Query<StoredEventView> {
  constructor(readonly sequence: number) {
    super();
  }
}

@QueryHandler(GetLogEvent)
export class GetLogEventHandler implements IQueryHandler<GetLogEvent> {
  constructor(
    private readonly pinning: Pinning,
    private readonly chronicle: Chronicle,
    private readonly events: LogEvents,
  ) {}

  /** @throws Refusal `not-found` beyond this node's head, `behind`; LogAway */
  async execute({ sequence }: GetLogEvent): Promise<StoredEventView> {
    const head = await this.pinning.pin({ atSequence: null, knownAt: null, minSequence: null });
    const place = sequence > head.sequence ? null : this.chronicle.eventAt(sequence);
    const detail = `There is no event ${String(sequence)}; this node has come to ${String(head.sequence)}.`;
    if (!place) throw new Refusal('not-found', detail);
    const { event, stored } = await this.events.one(place.stream, place);
    return { ...event, data: stored, dataSha256: createHash('sha256').update(stored, 'utf8').digest('hex') };
  }
}
