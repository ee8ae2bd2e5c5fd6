import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { openKinds } from '../../domain/acts/act-kind.js';
import { refuseIf } from '../../domain/shared/check.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';
import type { ActPlace } from '../../ports/acts.js';
import { Now } from '../projecting/now.js';
import { ActFilters } from './act-filters.js';
import { type ActListing, isPlace, questionOf } from './act-listing.js';
import { keptBy, openCursor, sealCursor } from './cursor.js';
import { OpenMatters } from './open-matters.js';
import { Pinning } from './pinning.js';
import type { OpenActPageView } from './views.js';

/** Threats, proposals, demands and commitments in force at (T, K), newest first. */
export class ListOpenActs extends Query<OpenActPageView> {
  constructor(
    readonly listing: ActListing,
    /** T as the client gave it; null: the end of today, UTC. */
    readonly validAt: string | null,
  ) {
    super();
  }
}

@QueryHandler(ListOpenActs)
export class ListOpenActsHandler implements IQueryHandler<ListOpenActs> {
  constructor(
    private readonly pinning: Pinning,
    private readonly now: Now,
    private readonly filters: ActFilters,
    private readonly matters: OpenMatters,
  ) {}

  async execute({ listing, validAt: askedAt }: ListOpenActs): Promise<OpenActPageView> {
    assertOpenKind(listing);
    const { knowledge, limit } = listing;
    const asked = JSON.stringify(['open', askedAt, questionOf(listing)]);
    const cursor = listing.cursor === null ? null : openCursor(listing.cursor, asked, isOpenPlace);
    const validAt = cursor?.place.validAt ?? this.timeOf(askedAt);
    const knownAt = await this.pinning.pin(keptBy(cursor, knowledge));
    const { sequence } = knownAt;
    const page = { filter: this.filters.of(listing), sequence, validAt, after: cursor?.place ?? null };
    const found = await this.matters.find({ ...page, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ act }) => act),
      next: last ? sealCursor<OpenPlace>({ sequence, asked, place: { ...last.place, validAt } }) : null,
      basis: { validAt: formatInstant(validAt), knownAt },
    };
  }

  private timeOf(validAt: string | null): Instant {
    return validAt === null ? this.now.endOfToday() : parseUpperBound(validAt, '?validAt');
  }
}

/** A cursor keeps T too: by the next page it may be another day. */
type OpenPlace = ActPlace & { readonly validAt: Instant };

function isOpenPlace(place: unknown): place is OpenPlace {
  return isPlace(place) && Number.isSafeInteger((place as Partial<OpenPlace>).validAt);
}

function assertOpenKind({ kind }: ActListing): void {
  const detail = `Open matters are of kind ${openKinds.join(', ')}; a ${kind ?? ''} does not stay open.`;
  const isOpen = kind === null || openKinds.some((open) => open === kind);
  refuseIf(!isOpen, 'invalid', { pointer: '?kind', detail });
}
