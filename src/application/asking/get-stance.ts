import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { stanceInWords } from '../../domain/sentences/stance-in-words.js';
import type { Contribution, PendingAct } from '../../domain/stances/stance.js';
import { stanceOf } from '../../domain/stances/stance-of.js';
import { formatInstant } from '../../domain/time/instant.js';
import { ActLabels } from './act-labels.js';
import type { BasisAsked } from './basis.js';
import { type CellId, type Question, Questions } from './questions.js';
import { keyOf, type RememberedStance, StanceCache } from './stance-cache.js';
import { Subjects } from './subjects.js';
import type { ContributionView, PendingView, StanceView } from './views.js';

export class GetStance extends Query<RememberedStance> {
  constructor(
    readonly cell: CellId,
    readonly basis: BasisAsked,
    /** How many contributions to show, those of greatest share; Infinity for all. */
    readonly contributions: number,
  ) {
    super();
  }
}

@QueryHandler(GetStance)
export class GetStanceHandler implements IQueryHandler<GetStance> {
  constructor(
    private readonly questions: Questions,
    private readonly labels: ActLabels,
    private readonly cache: StanceCache,
    private readonly subjects: Subjects,
  ) {}

  async execute({ cell, basis, contributions }: GetStance): Promise<RememberedStance> {
    this.questions.assertCell(cell);
    const question = await this.questions.open(basis);
    const key = keyOf(cell, question, contributions);
    return this.cache.of(key, () => this.answer(cell, question, contributions));
  }

  private answer(id: CellId, question: Question, contributionsMax: number): StanceView {
    const asked = this.questions.cell(question, id);
    const { cell, withdrawals, lens } = asked;
    const stance = stanceOf(cell, withdrawals, { ...lens, contributionsMax });
    const basis = this.questions.basisOf(question, lens.halfLifeDays);
    const { sequence } = question.knownAt;
    const labelOf = (act: number): Label => this.labels.label(act, sequence, question.lens);
    const occurredOf = (act: number): string => labelOf(act).occurred;
    return {
      party: id.party,
      issue: id.issue,
      status: stance.status,
      mixed: stance.mixed,
      score: stance.score,
      band: stance.band,
      strength: stance.strength,
      spread: stance.spread,
      contributions: stance.contributions.map((each) => contributionView(each, labelOf(each.act))),
      contributionsTotal: stance.contributionsTotal,
      restShare: stance.restShare,
      pending: stance.pending.map((each) => pendingView(each, labelOf(each.act))),
      sentence: stanceInWords(asked, { stance, basis, subject: this.subjects.of(id, sequence), occurredOf }),
      basis,
    };
  }
}

type Label = ReturnType<ActLabels['label']>;

function contributionView(contribution: Contribution, { id, occurred }: Label): ContributionView {
  const { kind, effective, value, weight, standing, share } = contribution;
  // Field by field: an answer has a hundred of these.
  return { act: id, kind, occurred, effective: formatInstant(effective), value, weight, standing, share };
}

function pendingView({ kind, effective, value }: PendingAct, { id, occurred }: Label): PendingView {
  return { act: id, kind, occurred, effective: formatInstant(effective), value };
}
