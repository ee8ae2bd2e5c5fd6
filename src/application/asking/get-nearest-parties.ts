import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { alignmentOf } from '../../domain/stances/alignment.js';
import { LiveCatalogue } from '../projecting/live-catalogue.js';
import type { NearestPartiesView, NearestPartyView } from './alignment-views.js';
import type { BasisAsked } from './basis.js';
import { Questions } from './questions.js';
import { StanceMatrices } from './stance-matrices.js';
import { unknownEntry } from './unknown-entry.js';

export interface NearestAsked {
  readonly party: string;
  readonly issues: readonly string[] | null;
  /** Leaves out parties that share a score on fewer issues, 1 or more. */
  readonly minIssues: number;
}

export class GetNearestParties extends Query<NearestPartiesView> {
  constructor(
    readonly asked: NearestAsked,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetNearestParties)
export class GetNearestPartiesHandler implements IQueryHandler<GetNearestParties> {
  constructor(
    private readonly questions: Questions,
    private readonly matrices: StanceMatrices,
    private readonly catalogue: LiveCatalogue,
  ) {}

  async execute({ asked, basis }: GetNearestParties): Promise<NearestPartiesView> {
    const { party, minIssues } = asked;
    if (this.catalogue.numberOf('party', party) === null) throw unknownEntry('party', party);
    const question = await this.questions.open(basis);
    const all = { parties: null, issues: asked.issues };
    const { parties, issues } = this.matrices.axes(all, question.knownAt.sequence, null);
    const rows = await this.matrices.rows(question, { parties, issues });
    const own = rows[parties.indexOf(party)] ?? [];
    const others = parties.map((other, index) => ({ party: other, ...alignmentOf(own, rows[index] ?? []) }));
    const nearest = others.filter((other) => other.party !== party && other.n >= minIssues).sort(nearestFirst);
    return { party, minIssues, nearest, basis: this.questions.basisOf(question, question.lens.halfLifeDays ?? null) };
  }
}

/** Of parties as near as each other, first the one that shares more issues, then by id. */
function nearestFirst(one: NearestPartyView, other: NearestPartyView): number {
  return (other.alignment ?? 0) - (one.alignment ?? 0) || other.n - one.n || (one.party < other.party ? -1 : 1);
}
