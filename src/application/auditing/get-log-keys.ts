import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { formatVerifierKey } from '../../domain/audit/verifier-key.js';
import { Notary } from '../../ports/notary.js';
import { Checkpoints } from './checkpoints.js';
import type { LogKeysView } from './views.js';

/** The public keys that checkpoints of this log are checked with. */
export class GetLogKeys extends Query<LogKeysView> {}

@QueryHandler(GetLogKeys)
export class GetLogKeysHandler implements IQueryHandler<GetLogKeys> {
  constructor(
    private readonly checkpoints: Checkpoints,
    private readonly notary: Notary,
  ) {}

  /** @throws Refusal `behind` */
  async execute(): Promise<LogKeysView> {
    const origin = this.checkpoints.origin();
    return { origin, keys: this.notary.keys(origin).map(formatVerifierKey) };
  }
}
