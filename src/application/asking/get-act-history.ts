import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { Acts } from '../../ports/acts.js';
import { ActViews } from './act-view.js';
import type { KnowledgeAsked } from './knowledge.js';
import { Pinning } from './pinning.js';
import type { ActVersionView, HistoryView } from './views.js';

export class GetActHistory extends Query<HistoryView<ActVersionView>> {
  constructor(
    readonly id: string,
    readonly knowledge: KnowledgeAsked,
  ) {
    super();
  }
}

@QueryHandler(GetActHistory)
export class GetActHistoryHandler implements IQueryHandler<GetActHistory> {
  constructor(
    private readonly pinning: Pinning,
    private readonly acts: Acts,
    private readonly views: ActViews,
  ) {}

  async execute({ id, knowledge }: GetActHistory): Promise<HistoryView<ActVersionView>> {
    const knownAt = await this.pinning.pin(knowledge);
    const history = this.acts.history(id, knownAt.sequence);
    if (history.length === 0) throw new Refusal('not-found', `There is no act \`${id}\`.`);
    return { items: this.views.versions(history), next: null, basis: { knownAt } };
  }
}
