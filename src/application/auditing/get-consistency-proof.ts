import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { base64OfHex } from '../../domain/audit/base64.js';
import { proveConsistency } from '../../domain/audit/prove.js';
import { rootAt } from '../../domain/audit/tree-nodes.js';
import { refuseIf } from '../../domain/shared/check.js';
import { ProvableTree } from './provable-tree.js';
import type { ConsistencyView } from './views.js';

/** That the first `from` events begin the first `to`; all when null. */
export class GetConsistencyProof extends Query<ConsistencyView> {
  constructor(
    readonly from: bigint,
    readonly to: bigint | null,
  ) {
    super();
  }
}

@QueryHandler(GetConsistencyProof)
export class GetConsistencyProofHandler implements IQueryHandler<GetConsistencyProof> {
  constructor(private readonly tree: ProvableTree) {}

  /** @throws Refusal `beyond-head`, `invalid` when `from` is greater than `to`; `behind` */
  async execute({ from: asked, to: askedTo }: GetConsistencyProof): Promise<ConsistencyView> {
    const to = this.tree.sizeAsked(askedTo, '?to');
    const from = this.tree.sizeAsked(asked, '?from');
    const detail = `A log of ${String(to)} events does not continue one of ${String(from)}.`;
    refuseIf(from > to, 'invalid', { pointer: '?from', detail });
    const { nodes } = this.tree;
    return {
      from,
      to,
      fromRoot: base64OfHex(rootAt(nodes, from)),
      toRoot: base64OfHex(rootAt(nodes, to)),
      path: proveConsistency(nodes, from, to).map(base64OfHex),
    };
  }
}
