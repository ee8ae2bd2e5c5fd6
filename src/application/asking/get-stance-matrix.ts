import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { StanceSummary } from '../../domain/stances/stance.js';
import type { BasisAsked } from './basis.js';
import { Questions } from './questions.js';
import { type MatrixAsked, StanceMatrices } from './stance-matrices.js';
import type { MatrixView } from './views.js';

export class GetStanceMatrix extends Query<MatrixView> {
  constructor(
    readonly matrix: MatrixAsked,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetStanceMatrix)
export class GetStanceMatrixHandler implements IQueryHandler<GetStanceMatrix> {
  constructor(
    private readonly questions: Questions,
    private readonly matrices: StanceMatrices,
  ) {}

  async execute({ matrix, basis }: GetStanceMatrix): Promise<MatrixView> {
    const question = await this.questions.open(basis);
    const { parties, issues } = this.matrices.axes(matrix, question.knownAt.sequence, 'party');
    const rows = await this.matrices.rows(question, { parties, issues });
    const items = rows.flatMap((row, index) => itemsOf(parties[index] ?? '', issues, row));
    return { items, basis: this.questions.basisOf(question, question.lens.halfLifeDays ?? null) };
  }
}

/** Field by field: spreading costs more than all the rest of a small cell's answer. */
function itemsOf(party: string, issues: readonly string[], row: readonly StanceSummary[]): MatrixView['items'] {
  return row.map(({ status, mixed, score, band, strength }, column) => {
    const issue = issues[column] ?? '';
    return { party, issue, status, mixed, score, band, strength };
  });
}
