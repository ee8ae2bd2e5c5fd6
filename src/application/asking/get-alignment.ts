import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { alignmentOf, alignmentOn } from '../../domain/stances/alignment.js';
import type { StanceSummary } from '../../domain/stances/stance.js';
import type { AlignmentView, IssueAlignmentView } from './alignment-views.js';
import { assertSeveral } from './assert-several.js';
import type { BasisAsked } from './basis.js';
import { pairsOf } from './pairs-of.js';
import { Questions } from './questions.js';
import { type MatrixAsked, StanceMatrices } from './stance-matrices.js';

/** What an answer may tell of pairs on issues, lest it be too great to be read. */
const linesMax = 100_000;

export class GetAlignment extends Query<AlignmentView> {
  constructor(
    readonly matrix: MatrixAsked,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetAlignment)
export class GetAlignmentHandler implements IQueryHandler<GetAlignment> {
  constructor(
    private readonly questions: Questions,
    private readonly matrices: StanceMatrices,
  ) {}

  async execute({ matrix, basis }: GetAlignment): Promise<AlignmentView> {
    assertSeveral(matrix.parties);
    const question = await this.questions.open(basis);
    const { parties, issues } = this.matrices.axes(matrix, question.knownAt.sequence, 'parties');
    assertTellable(parties.length, issues.length);
    const rows = await this.matrices.rows(question, { parties, issues });
    const pairs = pairsOf(parties, rows).map(({ a, b }) => ({
      a: a.id,
      b: b.id,
      ...alignmentOf(a.row, b.row),
      issues: issues.flatMap((issue, column) => lineOf(issue, a.row[column], b.row[column]) ?? []),
    }));
    return { pairs, basis: this.questions.basisOf(question, question.lens.halfLifeDays ?? null) };
  }
}

function lineOf(issue: string, a: StanceSummary | undefined, b: StanceSummary | undefined): IssueAlignmentView | null {
  const alignment = alignmentOn(a, b);
  if (alignment === null) return null;
  return { issue, a: a?.score ?? 0, b: b?.score ?? 0, alignment };
}

function assertTellable(parties: number, issues: number): void {
  const lines = ((parties * (parties - 1)) / 2) * issues;
  if (lines <= linesMax) return;
  const detail =
    `${String(parties)} parties on ${String(issues)} issues are ${String(lines)} pairs on issues, more than ` +
    `${String(linesMax)}; name fewer in \`parties\` or \`issue\`, or take /v1/alignment/network?mode=one, which ` +
    'tells no issues.';
  throw new Refusal('too-large', detail, [], { linesMax });
}
