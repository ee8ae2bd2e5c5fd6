import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseIf } from '../../domain/shared/check.js';
import { type FeedPlace, Shifts } from '../../ports/shifts.js';
import { keptBy, openCursor, sealCursor } from '../asking/cursor.js';
import type { KnowledgeAsked } from '../asking/knowledge.js';
import { Pinning } from '../asking/pinning.js';
import { parseFeedPlace } from './feed-place.js';
import { type FeedFilter, ShiftFilters } from './shift-filters.js';
import { shiftedViewOf } from './shifted-view.js';
import type { ShiftedPageView } from './views.js';

/** Which shifts to list, of which knowledge, and the page of them. */
export interface ShiftListing {
  readonly filter: FeedFilter;
  /** A sequence or the id of a shift, as the client gave it; null: from the first event on. */
  readonly since: string | null;
  readonly limit: number;
  readonly cursor: string | null;
  readonly knowledge: KnowledgeAsked;
}

/** The stances that events shifted, in log order. */
export class ListShifts extends Query<ShiftedPageView> {
  constructor(readonly listing: ShiftListing) {
    super();
  }
}

const beginning: FeedPlace = { sequence: 0, place: 0 };

@QueryHandler(ListShifts)
export class ListShiftsHandler implements IQueryHandler<ListShifts> {
  constructor(
    private readonly pinning: Pinning,
    private readonly filters: ShiftFilters,
    private readonly shifts: Shifts,
  ) {}

  /** @throws Refusal `invalid`, `unknown-party`, `unknown-issue`, `behind`, `beyond-head`, `bad-time` */
  async execute({ listing }: ListShifts): Promise<ShiftedPageView> {
    const { since, limit, knowledge } = listing;
    const asked = questionOf(listing);
    const cursor = listing.cursor === null ? null : openCursor(listing.cursor, asked, isFeedPlace);
    const begin = since === null ? beginning : parseFeedPlace(since, '?since');
    const filter = this.filters.of(listing.filter);
    const knownAt = await this.pinning.pin(keptBy(cursor, knowledge));
    const { sequence } = knownAt;
    await this.assertNotOver(begin, sequence, knowledge);
    const found = this.shifts.list({ filter, after: cursor?.place ?? begin, sequence, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    const place = last && { sequence: last.sequence, place: last.place };
    return {
      items: shown.map(shiftedViewOf),
      next: place ? sealCursor({ sequence, asked, place }) : null,
      basis: { knownAt },
    };
  }

  /** What another node has told of already, this one may come to later, unless it is asked about what was before. */
  private async assertNotOver({ sequence: since }: FeedPlace, known: number, asked: KnowledgeAsked): Promise<void> {
    await this.pinning.assertInLog(since, '?since');
    const isPast = asked.atSequence !== null || asked.knownAt !== null;
    const detail = `Nothing is after sequence ${since} by sequence ${known}, which is what is asked of.`;
    refuseIf(isPast && since > known, 'invalid', { pointer: '?since', detail });
  }
}

/** What a cursor is sealed to. */
function questionOf({ filter, since, knowledge: { atSequence, knownAt } }: ShiftListing): string {
  return JSON.stringify(['shifts', filter.parties, filter.issues, filter.margin, since, atSequence, knownAt]);
}

function isFeedPlace(found: unknown): found is FeedPlace {
  if (typeof found !== 'object' || found === null) return false;
  const { sequence, place } = found as Partial<FeedPlace>;
  return Number.isSafeInteger(sequence) && Number.isSafeInteger(place);
}
