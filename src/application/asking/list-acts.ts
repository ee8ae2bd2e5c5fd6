import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Acts } from '../../ports/acts.js';
import { ActFilters } from './act-filters.js';
import { type ActListing, isPlace, questionOf } from './act-listing.js';
import { ActViews } from './act-view.js';
import { keptBy, openCursor, sealCursor } from './cursor.js';
import { Pinning } from './pinning.js';
import type { ActView, PageView } from './views.js';

export class ListActs extends Query<PageView<ActView>> {
  constructor(readonly listing: ActListing) {
    super();
  }
}

@QueryHandler(ListActs)
export class ListActsHandler implements IQueryHandler<ListActs> {
  constructor(
    private readonly pinning: Pinning,
    private readonly acts: Acts,
    private readonly filters: ActFilters,
    private readonly views: ActViews,
  ) {}

  async execute({ listing }: ListActs): Promise<PageView<ActView>> {
    const { cursor: sealed, knowledge, limit } = listing;
    const asked = questionOf(listing);
    const cursor = sealed === null ? null : openCursor(sealed, asked, isPlace);
    const knownAt = await this.pinning.pin(keptBy(cursor, knowledge));
    const { sequence } = knownAt;
    const page = { sequence, filter: this.filters.of(listing), after: cursor?.place ?? null, limit: limit + 1 };
    const found = this.acts.list(page);
    const shown = found.slice(0, limit);
    const place = found.length > limit ? shown.at(-1)?.place : undefined;
    return {
      items: shown.map(({ id }) => this.views.view(this.acts.history(id, sequence), sequence)),
      next: place ? sealCursor({ sequence, asked, place }) : null,
      basis: { knownAt },
    };
  }
}
