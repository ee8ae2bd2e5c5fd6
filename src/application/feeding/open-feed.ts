import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type FeedPlace, Shifts } from '../../ports/shifts.js';
import { LogTree } from '../../ports/log-tree.js';
import { Pinning } from '../asking/pinning.js';
import { Head } from '../projecting/head.js';
import { EventFilters } from './event-filters.js';
import { Feed, type FeedAsked } from './feed.js';
import { LogTail } from './log-tail.js';
import { parseFeedPlace, whole } from './feed-place.js';
import { ShiftFilters } from './shift-filters.js';

export interface OpenedFeed {
  readonly feed: Feed;
  readonly begin: FeedPlace;
}

/** Opens what happens in the log from some place on; from this node's head when none is given. */
export class OpenFeed extends Query<OpenedFeed> {
  constructor(
    readonly asked: FeedAsked,
    /** An id of this feed, or a sequence. */
    readonly since: string | null,
  ) {
    super();
  }
}

const now = { atSequence: null, knownAt: null, minSequence: null };

@QueryHandler(OpenFeed)
export class OpenFeedHandler implements IQueryHandler<OpenFeed> {
  constructor(
    private readonly pinning: Pinning,
    private readonly filters: ShiftFilters,
    private readonly head: Head,
    private readonly events: LogTail,
    private readonly shifts: Shifts,
    private readonly tree: LogTree,
    private readonly eventFilters: EventFilters,
  ) {}

  /** @throws Refusal `invalid`, `unknown-party`, `unknown-issue`, `behind`, `beyond-head` */
  async execute({ asked, since }: OpenFeed): Promise<OpenedFeed> {
    const begin = since === null ? null : parseFeedPlace(since, '?since');
    const filter = this.filters.of(asked);
    const { sequence } = await this.pinning.pin(now);
    // What another node has told of already, this one may come to later.
    if (begin) await this.pinning.assertInLog(begin.sequence, '?since');
    const { head, events, shifts } = this;
    const sources = { head, events, shifts, filters: this.eventFilters };
    const feed = new Feed(this.tree.head()?.logId ?? '', asked, filter, sources);
    return { feed, begin: begin ?? { sequence, place: whole } };
  }
}
