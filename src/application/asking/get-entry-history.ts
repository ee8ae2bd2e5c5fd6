import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CatalogueKind } from '../../ports/catalogue.js';
import { Entries } from './entries.js';
import type { KnowledgeAsked } from './knowledge.js';
import { Pinning } from './pinning.js';
import type { EntryVersionView, HistoryView } from './views.js';

export class GetEntryHistory extends Query<HistoryView<EntryVersionView>> {
  constructor(
    readonly kind: CatalogueKind,
    readonly id: string,
    readonly knowledge: KnowledgeAsked,
  ) {
    super();
  }
}

@QueryHandler(GetEntryHistory)
export class GetEntryHistoryHandler implements IQueryHandler<GetEntryHistory> {
  constructor(
    private readonly pinning: Pinning,
    private readonly entries: Entries,
  ) {}

  async execute({ kind, id, knowledge }: GetEntryHistory): Promise<HistoryView<EntryVersionView>> {
    const knownAt = await this.pinning.pin(knowledge);
    return { items: this.entries.history(kind, id, knownAt.sequence), next: null, basis: { knownAt } };
  }
}
