import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { summaryOf } from '../../domain/stances/summary-of.js';
import { formatInstant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import { Catalogue } from '../../ports/catalogue.js';
import type { StandingView } from './analysis-views.js';
import type { BasisAsked } from './basis.js';
import { type DependentAct, DependentActs } from './dependent-acts.js';
import { type DependentCell, DependentCells } from './dependent-cells.js';
import type { DependentActView, DependentStanceView, DependentsView } from './dependent-views.js';
import { inTurns } from './in-turns.js';
import { type CellQuestion, type Question, Questions } from './questions.js';

/** Acts that one answer tells of: a few megabytes, read in about a second, shared with others. */
const actsMax = 10_000;
/** A cell may hold tens of thousands of rows: others get their turn after each few. */
const cellsAtOnce = 4;

/** What falls with a source, or stands again with it. */
export class GetDependents extends Query<DependentsView> {
  constructor(
    readonly source: string,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetDependents)
export class GetDependentsHandler implements IQueryHandler<GetDependents> {
  constructor(
    private readonly questions: Questions,
    private readonly catalogue: Catalogue,
    private readonly acts: DependentActs,
    private readonly cells: DependentCells,
  ) {}

  /** @throws Refusal as `Questions.open`; `not-found`, `too-large` */
  async execute({ source, basis }: GetDependents): Promise<DependentsView> {
    const known = this.catalogue.numberOf('source', source) !== null;
    if (!known) throw new Refusal('not-found', `There is no source \`${source}\`.`);
    const question = await this.questions.open(basis);
    const state = this.catalogue.at('source', source, question.knownAt.sequence)?.state;
    const acts = await this.acts.of(source, question, actsMax);
    if (acts.length > actsMax) throw tooMany(source);
    return {
      source,
      state: state ? (state.retracted ? 'retracted' : 'captured') : null,
      acts: [...acts].sort(newestFirst).map(actViewOf),
      stances: await this.stances(acts, question, state?.retracted === null),
      basis: this.questions.basisOf(question, question.lens.halfLifeDays ?? null),
    };
  }

  private async stances(
    acts: readonly DependentAct[],
    question: Question,
    counts: boolean,
  ): Promise<readonly DependentStanceView[]> {
    const stances: DependentStanceView[] = [];
    for await (const cell of inTurns(this.cells.of(acts, question, counts), cellsAtOnce)) {
      const stance = stanceViewOf(cell, counts);
      // Where there is no stance either way, none rests on the source.
      if (stance.with.score !== null || stance.without.score !== null) stances.push(stance);
    }
    return stances.sort((a, b) => sizeOf(b) - sizeOf(a));
  }
}

function stanceViewOf({ party, issue, is, otherwise }: DependentCell, counts: boolean): DependentStanceView {
  const [withIt, without] = (counts ? [is, otherwise] : [otherwise, is]).map(standingOf) as [
    StandingView,
    StandingView,
  ];
  const influence = withIt.score === null || without.score === null ? null : withIt.score - without.score;
  return { party, issue, with: withIt, without, influence };
}

function standingOf({ cell, withdrawals, lens }: CellQuestion): StandingView {
  const { status, mixed, score, band, strength } = summaryOf(cell, withdrawals, lens);
  return { status, mixed, score, band, strength };
}

function actViewOf({ id, act, ...effect }: DependentAct): DependentActView {
  const { party, kind, occurred } = act.content;
  return {
    ...{ act: id, party, kind, occurred },
    effective: formatInstant(parseTime(occurred, '/occurred').end),
    state: act.retracted ? 'retracted' : 'recorded',
    hasEffect: { with: effect.with !== null, without: effect.without !== null },
  };
}

function newestFirst(a: DependentAct, b: DependentAct): number {
  return effectiveOf(b) - effectiveOf(a) || b.number - a.number;
}

function effectiveOf({ act }: DependentAct): number {
  return parseTime(act.content.occurred, '/occurred').end;
}

/** A score lies between −1 and 1, so that no influence reaches 3. */
function sizeOf({ influence }: DependentStanceView): number {
  return influence === null ? 3 : Math.abs(influence);
}

function tooMany(source: string): Refusal {
  const detail =
    `More than ${actsMax} acts cite this source. \`/v1/acts?source=${source}\` lists them a page at a time, and ` +
    `\`excludeSources=${source}\` shows any stance without it.`;
  return new Refusal('too-large', detail, [], { actsMax });
}
