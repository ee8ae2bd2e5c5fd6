import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ActKind } from '../../domain/acts/act-kind.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { parseTime } from '../../domain/time/time.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';
import { type ActFilter, type ActPlace, Acts } from '../../ports/acts.js';
import { Catalogue, type CatalogueKind } from '../../ports/catalogue.js';
import { ActViews } from './act-view.js';
import { openCursor, sealCursor } from './cursor.js';
import type { KnowledgeAsked, KnownAt } from './knowledge.js';
import { Pinning } from './pinning.js';
import type { ActView, PageView } from './views.js';
import { wordsOf } from './words-of.js';

export interface ActListing {
  readonly party: string | null;
  readonly issue: string | null;
  readonly kind: ActKind | null;
  readonly speaker: string | null;
  readonly source: string | null;
  /** Times as the client gave them: acts that occurred wholly within. */
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string | null;
  readonly limit: number;
  readonly cursor: string | null;
  readonly knowledge: KnowledgeAsked;
}

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
    private readonly catalogue: Catalogue,
    private readonly views: ActViews,
  ) {}

  async execute({ listing }: ListActs): Promise<PageView<ActView>> {
    const { cursor: sealed, knowledge } = listing;
    const asked = questionOf(listing);
    const cursor = sealed === null ? null : openCursor(sealed, asked, isPlace);
    const pinned = cursor ? { ...knowledge, atSequence: cursor.sequence, knownAt: null } : knowledge;
    const knownAt = await this.pinning.pin(pinned);
    return this.page(listing, { knownAt, asked, after: cursor?.place ?? null });
  }

  private page(listing: ActListing, { knownAt, asked, after }: Pinned): PageView<ActView> {
    const { sequence } = knownAt;
    const { limit } = listing;
    const filter = this.filterOf(listing);
    const found = this.acts.list({ sequence, filter, after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const place = found.length > limit ? shown.at(-1)?.place : undefined;
    return {
      items: shown.map(({ history }) => this.views.view(history, sequence)),
      next: place ? sealCursor({ sequence, asked, place }) : null,
      basis: { knownAt },
    };
  }

  /** @throws Refusal `unknown-party`, `unknown-issue`, `unknown-speaker`, `unknown-source`, `bad-time` */
  private filterOf({ party, issue, speaker, source, kind, from, to, q }: ActListing): ActFilter {
    return {
      party: this.numberOf('party', party),
      issue: this.numberOf('issue', issue),
      speaker: this.numberOf('speaker', speaker),
      source: this.numberOf('source', source),
      kind,
      from: from === null ? null : parseTime(from, '?from').start,
      to: to === null ? null : parseUpperBound(to, '?to'),
      words: wordsOf(q),
    };
  }

  private numberOf(kind: CatalogueKind, id: string | null): number | null {
    if (id === null) return null;
    const number = this.catalogue.numberOf(kind, id);
    if (number !== null) return number;
    const detail = `There is no ${kind} \`${id}\`.`;
    throw new Refusal(`unknown-${kind}`, detail, [{ pointer: `?${kind}`, detail }]);
  }
}

interface Pinned {
  readonly knownAt: KnownAt;
  readonly asked: string;
  readonly after: ActPlace | null;
}

function isPlace(place: unknown): place is ActPlace {
  if (typeof place !== 'object' || place === null) return false;
  const { effective, number } = place as Partial<ActPlace>;
  return Number.isSafeInteger(effective) && Number.isSafeInteger(number);
}

/** What a cursor is sealed to: the filter and the K that the first page was asked with, whatever the size of pages. */
function questionOf({ party, issue, kind, speaker, source, from, to, q, knowledge }: ActListing): string {
  const { atSequence, knownAt } = knowledge;
  return JSON.stringify([party, issue, kind, speaker, source, from, to, q, atSequence, knownAt]);
}
