import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { proveInclusion } from '../../domain/audit/prove.js';
import { formatTlogProof } from '../../domain/audit/tlog-proof.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { Checkpoints } from './checkpoints.js';
import { CommittedEvents } from './committed-events.js';
import { ProvableTree } from './provable-tree.js';

/** What proves an event offline, in one file: its leaf, its path, the signed checkpoint (C2SP tlog-proof). */
export class GetEventProof extends Query<string> {
  constructor(readonly sequence: number) {
    super();
  }
}

@QueryHandler(GetEventProof)
export class GetEventProofHandler implements IQueryHandler<GetEventProof> {
  constructor(
    private readonly tree: ProvableTree,
    private readonly checkpoints: Checkpoints,
    private readonly events: CommittedEvents,
  ) {}

  /** @throws Refusal `not-found`, `log-altered`, `behind`; LogAway */
  async execute({ sequence }: GetEventProof): Promise<string> {
    const leaf = this.tree.nodes.leafOf(await this.events.at(sequence));
    const { note, size } = await this.checkpoints.latest();
    const head = this.tree.size();
    if (size > head) throw new Refusal('behind', `Event ${String(size)} is signed, and this node has come to ${head}.`);
    const index = sequence - 1;
    const path = proveInclusion(this.tree.nodes, index, size);
    return formatTlogProof({ index: BigInt(index), path, extra: hexOf(leaf), checkpoint: note });
  }
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}
