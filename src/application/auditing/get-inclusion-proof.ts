import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { base64OfHex } from '../../domain/audit/base64.js';
import { proveInclusion } from '../../domain/audit/prove.js';
import { rootAt } from '../../domain/audit/tree-nodes.js';
import { refuseIf } from '../../domain/shared/check.js';
import { ProvableTree } from './provable-tree.js';
import type { InclusionView } from './views.js';

/** That an event is in the tree of the first `size` events; of all when null. */
export class GetInclusionProof extends Query<InclusionView> {
  constructor(
    readonly sequence: bigint,
    readonly size: bigint | null,
  ) {
    super();
  }
}

@QueryHandler(GetInclusionProof)
export class GetInclusionProofHandler implements IQueryHandler<GetInclusionProof> {
  constructor(private readonly tree: ProvableTree) {}

  /** @throws Refusal `beyond-head`, `invalid` for an event that the tree of that size does not have; `behind` */
  async execute({ sequence, size: asked }: GetInclusionProof): Promise<InclusionView> {
    const size = this.tree.sizeAsked(asked, '?size');
    const detail = `The tree of ${String(size)} events has no event ${String(sequence)}.`;
    const code = sequence > BigInt(this.tree.size()) ? 'beyond-head' : 'invalid';
    refuseIf(sequence < 1n || sequence > BigInt(size), code, { pointer: '?sequence', detail });
    const { nodes } = this.tree;
    const index = Number(sequence) - 1;
    return {
      sequence: index + 1,
      index,
      size,
      leafHash: base64OfHex(nodes.node(0, index)),
      root: base64OfHex(rootAt(nodes, size)),
      path: proveInclusion(nodes, index, size).map(base64OfHex),
    };
  }
}
