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
    const items: MatrixView['items'][number][] = [];
    // Field by field: spreading costs more than all the rest of a small cell's answer.
    await this.matrices.each(question, { parties, issues }, (stance, row, column) => {
      const [party = '', issue = ''] = [parties[row], issues[column]];
      const { status, mixed, score, band, strength } = stance;
      items.push({ party, issue, status, mixed, score, band, strength });
    });
    return { items, basis: this.questions.basisOf(question, question.lens.halfLifeDays ?? null) };
  }
}
