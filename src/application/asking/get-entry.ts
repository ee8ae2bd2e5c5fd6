import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CatalogueKind } from '../../ports/catalogue.js';
import { Entries } from './entries.js';
import type { KnowledgeAsked } from './knowledge.js';
import { Pinning } from './pinning.js';
import type { EntryView } from './views.js';

export class GetEntry extends Query<EntryView> {
  constructor(
    readonly kind: CatalogueKind,
    readonly id: string,
    readonly knowledge: KnowledgeAsked,
  ) {
    super();
  }
}

@QueryHandler(GetEntry)
export class GetEntryHandler implements IQueryHandler<GetEntry> {
  constructor(
    private readonly pinning: Pinning,
    private readonly entries: Entries,
  ) {}

  async execute({ kind, id, knowledge }: GetEntry): Promise<EntryView> {
    return this.entries.view(kind, id, (await this.pinning.pin(knowledge)).sequence);
  }
}
