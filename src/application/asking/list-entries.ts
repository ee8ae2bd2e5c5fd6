import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Catalogue, type CatalogueKind } from '../../ports/catalogue.js';
import { keptBy, openCursor, sealCursor } from './cursor.js';
import { Entries } from './entries.js';
import type { KnowledgeAsked } from './knowledge.js';
import { Pinning } from './pinning.js';
import type { EntryView, PageView } from './views.js';
import { wordsOf } from './words-of.js';

export interface EntryListing {
  readonly q: string | null;
  readonly limit: number;
  readonly cursor: string | null;
  readonly knowledge: KnowledgeAsked;
}

export class ListEntries extends Query<PageView<EntryView>> {
  constructor(
    readonly kind: CatalogueKind,
    readonly listing: EntryListing,
  ) {
    super();
  }
}

@QueryHandler(ListEntries)
export class ListEntriesHandler implements IQueryHandler<ListEntries> {
  constructor(
    private readonly pinning: Pinning,
    private readonly catalogue: Catalogue,
    private readonly entries: Entries,
  ) {}

  async execute({ kind, listing }: ListEntries): Promise<PageView<EntryView>> {
    const { q, limit, knowledge } = listing;
    const asked = JSON.stringify([kind, q, knowledge.atSequence, knowledge.knownAt]);
    const cursor = listing.cursor === null ? null : openCursor(listing.cursor, asked, isId);
    const knownAt = await this.pinning.pin(keptBy(cursor, knowledge));
    const { sequence } = knownAt;
    const page = { sequence, words: wordsOf(q), afterId: cursor?.place ?? null, limit: limit + 1 };
    const versions = this.catalogue.list(kind, page);
    const shown = versions.slice(0, limit);
    const place = versions.length > limit ? shown.at(-1)?.id : undefined;
    const next = place === undefined ? null : sealCursor({ sequence, asked, place });
    return { items: shown.map((version) => this.entries.viewOf(kind, version, sequence)), next, basis: { knownAt } };
  }
}

function isId(place: unknown): place is string {
  return typeof place === 'string';
}
