import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { proveInclusion } from '../../domain/audit/prove.js';
import { formatTlogProof } from '../../domain/audit/tlog-proof.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { Alteration } from './alteration.js';
import { Checkpoints } from './checkpoints.js';
import { EventsBySequence } from './events-by-sequence.js';
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
    private readonly events: EventsBySequence,
    private readonly alteration: Alteration,
  ) {}

  /** @throws Refusal `not-found`, `log-altered`, `behind`; LogAway */
  async execute({ sequence }: GetEventProof): Promise<string> {
    this.assertProjected(sequence);
    const leaf = await this.leafOf(sequence);
    const { note, size } = await this.checkpoints.latest();
    const head = this.tree.size();
    if (size > head) throw new Refusal('behind', `Event ${String(size)} is signed, and this node has come to ${head}.`);
    const index = sequence - 1;
    const path = proveInclusion(this.tree.nodes, index, size);
    return formatTlogProof({ index: BigInt(index), path, extra: hexOf(leaf), checkpoint: note });
  }

  private assertProjected(sequence: number): void {
    const head = this.tree.size();
    if (sequence <= head) return;
    throw new Refusal('not-found', `There is no event ${String(sequence)}; this node has come to ${String(head)}.`);
  }

  /** Of the event as the log holds it now: it is what was committed to, or the log was changed. */
  private async leafOf(sequence: number): Promise<string> {
    const event = await this.events.at(sequence);
    if (event && this.tree.nodes.holds(event)) return this.tree.nodes.leafOf(event);
    const why = `Event ${String(sequence)} of the log is not what was recorded.`;
    return this.alteration.refuse({ sequence, why });
  }
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}
