import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { alignmentOf } from '../../domain/stances/alignment.js';
import type { StanceSummary } from '../../domain/stances/stance.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import type { NetworkMode, NetworkView, NodeView, PairEdgeView, StanceEdgeView } from './alignment-views.js';
import { assertSeveral } from './assert-several.js';
import type { BasisAsked } from './basis.js';
import { pairsOf } from './pairs-of.js';
import { Questions } from './questions.js';
import { type MatrixAsked, type MatrixAxes, StanceMatrices } from './stance-matrices.js';

/** Stances of parties on issues as a network, for those who analyse networks. */
export class GetNetwork extends Query<NetworkView> {
  constructor(
    readonly mode: NetworkMode,
    readonly matrix: MatrixAsked,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

type Rows = readonly (readonly StanceSummary[])[];

@QueryHandler(GetNetwork)
export class GetNetworkHandler implements IQueryHandler<GetNetwork> {
  constructor(
    private readonly questions: Questions,
    private readonly matrices: StanceMatrices,
    private readonly catalogue: LiveCatalogue,
  ) {}

  async execute({ mode, matrix, basis: asked }: GetNetwork): Promise<NetworkView> {
    if (mode === 'one') assertSeveral(matrix.parties);
    const question = await this.questions.open(asked);
    const { sequence } = question.knownAt;
    const axes = this.matrices.axes(matrix, sequence, 'parties');
    const rows = await this.matrices.rows(question, axes);
    const basis = this.questions.basisOf(question, question.lens.halfLifeDays ?? null);
    const parties = axes.parties.map((id) => this.node('party', id, sequence));
    if (mode === 'one') return { mode, nodes: parties, edges: pairEdges(axes, rows), basis };
    const issues = axes.issues.map((id) => this.node('issue', id, sequence));
    return { mode, nodes: [...parties, ...issues], edges: stanceEdges(axes, rows), basis };
  }

  /** Named as at K; by its id before it was registered. */
  private node(kind: 'party' | 'issue', id: string, sequence: number): NodeView {
    const label =
      kind === 'party'
        ? this.catalogue.at(kind, id, sequence)?.state.name
        : this.catalogue.at(kind, id, sequence)?.state.title;
    return { id, kind, label: label ?? id };
  }
}

function stanceEdges({ parties, issues }: MatrixAxes, rows: Rows): readonly StanceEdgeView[] {
  return rows.flatMap((row, party) =>
    row.flatMap(({ status, mixed, score, band, strength }, issue) => {
      const ends = { party: parties[party] ?? '', issue: issues[issue] ?? '' };
      return score === null ? [] : [{ ...ends, status, mixed, score, band, strength }];
    }),
  );
}

function pairEdges({ parties }: MatrixAxes, rows: Rows): readonly PairEdgeView[] {
  return pairsOf(parties, rows).flatMap(({ a, b }) => {
    const { n, alignment, agreement } = alignmentOf(a.row, b.row);
    return alignment === null || agreement === null ? [] : [{ a: a.id, b: b.id, n, alignment, agreement }];
  });
}
