import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { Acts } from '../../ports/acts.js';
import { ActViews } from './act-view.js';
import type { KnowledgeAsked } from './knowledge.js';
import { Pinning } from './pinning.js';
import type { ActView } from './views.js';

export class GetAct extends Query<ActView> {
  constructor(
    readonly id: string,
    readonly knowledge: KnowledgeAsked,
  ) {
    super();
  }
}

@QueryHandler(GetAct)
export class GetActHandler implements IQueryHandler<GetAct> {
  constructor(
    private readonly pinning: Pinning,
    private readonly acts: Acts,
    private readonly views: ActViews,
  ) {}

  async execute({ id, knowledge }: GetAct): Promise<ActView> {
    const { sequence } = await this.pinning.pin(knowledge);
    const history = this.acts.history(id, sequence);
    if (history.length === 0)
      throw new Refusal('not-found', `There is no act \`${id}\` at sequence ${String(sequence)}.`);
    return this.views.view(history, sequence);
  }
}
