import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
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
    const items = rows.flatMap((row, party) =>
      row.map(({ status, mixed, score, band, strength }, issue) => {
        const cell = { party: parties[party] ?? '', issue: issues[issue] ?? '' };
        return { ...cell, status, mixed, score, band, strength };
      }),
    );
    return { items, basis: this.questions.basisOf(question, question.lens.halfLifeDays ?? null) };
  }
}
