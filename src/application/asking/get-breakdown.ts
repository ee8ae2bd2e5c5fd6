import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { breakdownOf, type Key } from '../../domain/stances/breakdown.js';
import { stanceOf } from '../../domain/stances/stance-of.js';
import type { BreakdownKey, BreakdownView } from './analysis-views.js';
import type { BasisAsked } from './basis.js';
import { type Evidence, type EvidenceAct, EvidenceReader } from './evidence.js';
import { countingSources } from './left-out.js';
import { type CellId, Questions } from './questions.js';

export class GetBreakdown extends Query<BreakdownView> {
  constructor(
    readonly cell: CellId,
    readonly by: BreakdownKey,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetBreakdown)
export class GetBreakdownHandler implements IQueryHandler<GetBreakdown> {
  constructor(
    private readonly questions: Questions,
    private readonly reader: EvidenceReader,
  ) {}

  async execute({ cell: id, by, basis }: GetBreakdown): Promise<BreakdownView> {
    this.questions.assertCell(id);
    const question = await this.questions.open(basis);
    const asked = { ...id, sequence: question.knownAt.sequence, lens: question.lens };
    const evidence = await this.reader.readInTurns(asked);
    const { cell, withdrawals, lens } = this.questions.cell(question, id);
    const { score, contributions } = stanceOf(cell, withdrawals, lens);
    return {
      ...id,
      by,
      score,
      parts: breakdownOf(contributions, keysBy(by, evidence), lens),
      basis: this.questions.basisOf(question, lens.halfLifeDays),
    };
  }
}

function keysBy(by: BreakdownKey, evidence: Evidence): (act: number) => readonly Key[] {
  const acts = new Map(evidence.acts.map((act) => [act.number, act]));
  return (number) => {
    const act = acts.get(number);
    return act ? keysOf(by, act, evidence) : [null];
  };
}

function keysOf(by: BreakdownKey, act: EvidenceAct, evidence: Evidence): readonly Key[] {
  const { speaker, attribution, kind } = act.effect.content;
  switch (by) {
    case 'speaker':
      return [speaker];
    case 'attribution':
      return [attribution];
    case 'kind':
      return [kind];
    case 'source':
      return countingSources(evidence, act);
    case 'recorder':
      return [act.recorder];
  }
}
