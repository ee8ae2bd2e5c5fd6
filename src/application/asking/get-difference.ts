import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { differenceSentence, type DifferenceTold } from '../../domain/sentences/difference-sentence.js';
import { type DifferencePart, differenceOf, type Side } from '../../domain/stances/difference.js';
import { rowsAt } from '../../domain/stances/rows-at.js';
import type { Contribution } from '../../domain/stances/stance.js';
import { stanceOf } from '../../domain/stances/stance-of.js';
import { Acts } from '../../ports/acts.js';
import { ActLabels } from './act-labels.js';
import type { DifferencePartView, DifferenceView, PullView } from './analysis-views.js';
import type { Basis } from './basis.js';
import { isCitedAnew, type Known } from './cited-anew.js';
import { type CellId, type Question, Questions } from './questions.js';
import { openSides, type Sides, type SidesAsked } from './sides.js';
import { Subjects } from './subjects.js';

interface AnsweredSide extends Side {
  readonly basis: Basis;
}

export class GetDifference extends Query<DifferenceView> {
  constructor(
    readonly cell: CellId,
    readonly sides: SidesAsked,
    /** How many parts to show, the greatest. */
    readonly partsMax: number,
  ) {
    super();
  }
}

@QueryHandler(GetDifference)
export class GetDifferenceHandler implements IQueryHandler<GetDifference> {
  constructor(
    private readonly questions: Questions,
    private readonly labels: ActLabels,
    private readonly subjects: Subjects,
    private readonly acts: Acts,
  ) {}

  async execute({ cell, sides, partsMax }: GetDifference): Promise<DifferenceView> {
    this.questions.assertCell(cell);
    const { from, to } = await openSides(this.questions, sides);
    const [before, after] = [this.side(from, cell), this.side(to, cell)];
    const { change, parts: found } = differenceOf(before, after);
    const parts = found.map((part) => this.withCause(part, { from, to }));
    return {
      ...cell,
      before: standingOf(before),
      after: standingOf(after),
      change,
      parts: parts.slice(0, partsMax).map((part) => this.part(part, { from, to })),
      partsTotal: parts.length,
      restPart: change === null ? null : parts.slice(partsMax).reduce((sum, { part }) => sum + (part ?? 0), 0),
      sentence: differenceSentence({
        subject: this.subjects.of(cell, to.knownAt.sequence),
        from: { basis: before.basis, position: before.stance },
        to: { basis: after.basis, position: after.stance },
        effects: parts.map(({ effect }) => effect),
        greatest: this.greatest(parts[0], { from, to }),
      }),
      basis: { from: before.basis, to: after.basis },
    };
  }

  /** An act that weighs otherwise since a correction made it cite other sources was corrected, as its history tells. */
  private withCause(part: DifferencePart, { from, to }: Sides): DifferencePart {
    if (part.effect !== 'reweighted' || part.before?.weight === part.after?.weight) return part;
    const [earlier, later] = [knownTo(from), knownTo(to)];
    const history = this.acts.byNumber(part.act, Math.max(earlier.sequence, later.sequence));
    return isCitedAnew(history, earlier, later) ? { ...part, effect: 'corrected' } : part;
  }

  private part(part: DifferencePart, sides: Sides): DifferencePartView {
    const { effect, before, after } = part;
    const { id } = this.labelOf(part, sides);
    return { act: id, effect, part: part.part, before: pullViewOf(before), after: pullViewOf(after) };
  }

  /** As the later side knows the act, or the earlier where it is only there. */
  private labelOf({ act, after }: DifferencePart, { from, to }: Sides): ReturnType<ActLabels['label']> {
    const { knownAt, lens } = after ? to : from;
    return this.labels.label(act, knownAt.sequence, lens);
  }

  /** The first part, which is the greatest, if it moved the score. */
  private greatest(first: DifferencePart | undefined, sides: Sides): DifferenceTold['greatest'] {
    const contribution = first?.after ?? first?.before;
    if (!first?.part || !contribution) return null;
    const { occurred } = this.labelOf(first, sides);
    return { kind: contribution.kind, occurred, part: first.part };
  }

  private side(question: Question, id: CellId): AnsweredSide {
    const { cell, withdrawals, lens } = this.questions.cell(question, id);
    // A cell of which some evidence is left out has the rows of this K alone, as if they had always been there.
    const stance = stanceOf(cell, withdrawals, lens);
    const basis = this.questions.basisOf(question, lens.halfLifeDays);
    return { stance, question: lens, rowOf: rowsAt(cell, lens.sequence), basis };
  }
}

function knownTo({ knownAt: { sequence }, lens }: Question): Known {
  return { sequence, lens };
}

function standingOf({ stance }: AnsweredSide): DifferenceView['before'] {
  const { status, mixed, score, band, strength, contributionsTotal } = stance;
  return { status, mixed, score, band, strength, contributionsTotal };
}

function pullViewOf(contribution: Contribution | null): PullView | null {
  if (!contribution) return null;
  const { value, weight, standing, share } = contribution;
  return { value, weight, standing, share };
}
