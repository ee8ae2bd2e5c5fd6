import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { StanceSummary } from '../../domain/stances/stance.js';
import type { CellDifferenceView, DifferencesView } from './analysis-views.js';
import { type Question, Questions } from './questions.js';
import { openSides, type SidesAsked } from './sides.js';
import { type MatrixAsked, StanceMatrices } from './stance-matrices.js';

export class ListDifferences extends Query<DifferencesView> {
  constructor(
    readonly matrix: MatrixAsked,
    /** How many cells to show, those that changed most. */
    readonly limit: number,
    readonly sides: SidesAsked,
  ) {
    super();
  }
}

@QueryHandler(ListDifferences)
export class ListDifferencesHandler implements IQueryHandler<ListDifferences> {
  constructor(
    private readonly questions: Questions,
    private readonly matrices: StanceMatrices,
  ) {}

  async execute({ matrix, limit, sides }: ListDifferences): Promise<DifferencesView> {
    const { from, to } = await openSides(this.questions, sides);
    const axes = this.matrices.axes(matrix, Math.max(from.knownAt.sequence, to.knownAt.sequence), 'party');
    const before = await this.matrices.rows(from, axes);
    const after = await this.matrices.rows(to, axes);
    const cells = axes.parties.flatMap((party, row) =>
      axes.issues.flatMap((issue, column): readonly CellDifferenceView[] => {
        const [earlier, later] = [before[row]?.[column], after[row]?.[column]];
        if (!earlier || !later || isSame(earlier, later)) return [];
        return [{ party, issue, before: earlier, after: later, change: changeOf(earlier, later) }];
      }),
    );
    const items = cells.sort(byChange).slice(0, limit);
    return { items, changed: cells.length, basis: { from: this.basisOf(from), to: this.basisOf(to) } };
  }

  private basisOf(question: Question): DifferencesView['basis']['from'] {
    return this.questions.basisOf(question, question.lens.halfLifeDays ?? null);
  }
}

/** Strength alone is no change: it falls with every day. */
function isSame(a: StanceSummary, b: StanceSummary): boolean {
  return a.status === b.status && a.score === b.score && a.band === b.band;
}

function changeOf(before: StanceSummary, after: StanceSummary): number | null {
  return before.score === null || after.score === null ? null : after.score - before.score;
}

/** The greatest change first; last those that have no measure, since a stance began or ended. */
function byChange(a: CellDifferenceView, b: CellDifferenceView): number {
  return sizeOf(b) - sizeOf(a);
}

function sizeOf({ change }: CellDifferenceView): number {
  return change === null ? -1 : Math.abs(change);
}
