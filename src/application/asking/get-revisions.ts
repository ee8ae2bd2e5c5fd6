import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseIf } from '../../domain/shared/check.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { RevisionWalk } from '../../domain/stances/revision-walk.js';
import type { LearnedView, RevisionsView } from './analysis-views.js';
import type { BasisAsked } from './basis.js';
import { inTurns } from './in-turns.js';
import { LearningReader, type Learning } from './learning.js';
import { type CellId, type Question, Questions } from './questions.js';

/** Rows looked at before others get their turn. */
const rowsAtOnce = 2_000_000;

export class GetRevisions extends Query<RevisionsView> {
  /** What one answer may come to; so many rows looked at take about two seconds, shared with others. */
  readonly limits = { revisionsMax: 10_000, rowsMax: 1_000_000_000 };

  constructor(
    readonly cell: CellId,
    /** Only what was learned after this sequence. */
    readonly afterSequence: number,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetRevisions)
export class GetRevisionsHandler implements IQueryHandler<GetRevisions> {
  constructor(
    private readonly questions: Questions,
    private readonly reader: LearningReader,
  ) {}

  async execute({ cell: id, afterSequence, basis, limits }: GetRevisions): Promise<RevisionsView> {
    this.questions.assertCell(id);
    const question = await this.questions.open(basis);
    assertBefore(afterSequence, question.knownAt.sequence);
    const learning = await this.reader.read(id, question);
    const revisions = await this.walk(learning, afterSequence, { id, question, limits });
    const { halfLifeDays } = this.questions.lensOn(question, id);
    return { ...id, afterSequence, revisions, basis: this.questions.basisOf(question, halfLifeDays) };
  }

  private async walk(
    { cell, withdrawals, learned, occurredOf }: Learning,
    afterSequence: number,
    asked: Asked,
  ): Promise<RevisionsView['revisions']> {
    const { rowsMax, revisionsMax } = asked.limits;
    const walk = new RevisionWalk(cell, withdrawals, this.at(asked, afterSequence), occurredOf);
    const later = learned.filter(({ sequence }) => sequence > afterSequence);
    if (later.length * cell.length > rowsMax) throw tooMuch(later, revisionsMax);
    const revisions: RevisionsView['revisions'][number][] = [];
    for await (const each of inTurns(later, Math.ceil(rowsAtOnce / (cell.length + 1)))) {
      const revision = walk.to(this.at(asked, each.sequence));
      if (revision) revisions.push({ ...each, ...revision });
      if (revisions.length > revisionsMax) throw tooMuch(later, revisionsMax);
    }
    return revisions;
  }

  private at({ id, question }: Asked, sequence: number): ReturnType<Questions['lensOn']> {
    return this.questions.lensOn({ ...question, knownAt: { ...question.knownAt, sequence } }, id);
  }
}

interface Asked {
  readonly id: CellId;
  readonly question: Question;
  readonly limits: GetRevisions['limits'];
}

function assertBefore(afterSequence: number, known: number): void {
  const detail = `Nothing was learned after sequence ${afterSequence} by sequence ${known}, which is what is asked of.`;
  refuseIf(afterSequence > known, 'invalid', { pointer: '?afterSequence', detail });
}

/** A page is what was learned up to some K; the next one, what was learned after it. */
function tooMuch(learned: readonly LearnedView[], revisionsMax: number): Refusal {
  const half = learned[Math.floor(learned.length / 2)]?.sequence ?? 0;
  const detail =
    `${learned.length} events may have revised this answer, more than can be told at once. Ask for a part of them: ` +
    `with \`atSequence=${half}\`, then with \`afterSequence=${half}\`; or through a lens.`;
  return new Refusal('too-large', detail, [], { revisionsMax, events: learned.length });
}
