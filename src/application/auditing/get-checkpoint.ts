import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Checkpoints } from './checkpoints.js';

/** The signed note over all that this node has projected. */
export class GetCheckpoint extends Query<string> {}

@QueryHandler(GetCheckpoint)
export class GetCheckpointHandler implements IQueryHandler<GetCheckpoint> {
  constructor(private readonly checkpoints: Checkpoints) {}

  /** @throws Refusal `log-altered`, `behind`, `not-found` where nothing is signed; LogAway */
  async execute(): Promise<string> {
    return (await this.checkpoints.latest()).note;
  }
}
