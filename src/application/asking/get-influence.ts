import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { stanceOf } from '../../domain/stances/stance-of.js';
import type { BasisAsked } from './basis.js';
import { EvidenceReader } from './evidence.js';
import { inTurns } from './in-turns.js';
import { type LeavingOut, leavingOut, type LeftOut } from './left-out.js';
import { type CellId, Questions } from './questions.js';
import type { InfluenceView, WithoutView } from './analysis-views.js';

/** Additions between which others get their turn: a few milliseconds. */
const additionsAtOnce = 2_000_000;

export class GetInfluence extends Query<InfluenceView> {
  constructor(
    readonly cell: CellId,
    readonly basis: BasisAsked,
    /** Each is folded again for each of them: 0.9 × 10⁹ additions, about two seconds, shared with others. */
    readonly actsMax = 30_000,
  ) {
    super();
  }
}

@QueryHandler(GetInfluence)
export class GetInfluenceHandler implements IQueryHandler<GetInfluence> {
  constructor(
    private readonly questions: Questions,
    private readonly reader: EvidenceReader,
  ) {}

  async execute({ cell: id, basis, actsMax }: GetInfluence): Promise<InfluenceView> {
    this.questions.assertCell(id);
    const question = await this.questions.open(basis);
    const { cell, withdrawals, lens } = this.questions.cell(question, id);
    const { score, contributionsTotal } = stanceOf(cell, withdrawals, { ...lens, contributionsMax: 0 });
    if (contributionsTotal > actsMax) throw tooMany(contributionsTotal, actsMax);
    const asked = { ...id, sequence: question.knownAt.sequence, lens: question.lens };
    const left = leavingOut(await this.reader.readInTurns(asked), lens);
    const acts = await this.influences(left, left.acts);
    const sources = await this.influences(left, left.sources);
    return {
      ...id,
      score,
      acts: acts.map(({ id: act, ...influence }) => ({ act, ...influence })),
      sources: sources.map(({ id: source, ...influence }) => ({ source, ...influence })),
      basis: this.questions.basisOf(question, lens.halfLifeDays),
    };
  }

  /** Greatest first: before all others what alone makes that there is a score. */
  private async influences({ scores, acts }: LeavingOut, parts: readonly LeftOut[]): Promise<readonly Influence[]> {
    const influences: Influence[] = [];
    const atOnce = Math.ceil(additionsAtOnce / (acts.length + 1));
    for await (const { id, without: part } of inTurns(parts, atOnce)) {
      const without = scores.scoreWithout(part);
      const influence = scores.score === null || without === null ? null : scores.score - without;
      influences.push({ id, without, influence });
    }
    return influences.sort((a, b) => sizeOf(b) - sizeOf(a));
  }
}

interface Influence extends WithoutView {
  readonly id: string;
}

/** A score lies between −1 and 1, so that no influence reaches 3. */
function sizeOf({ influence }: Influence): number {
  return influence === null ? 3 : Math.abs(influence);
}

function tooMany(acts: number, actsMax: number): Refusal {
  const detail =
    `${acts} acts contribute to this stance, and influence is told of at most ${actsMax}. Ask for the stance itself ` +
    'with `excludeActs` or `excludeSources` naming what you want to see it without, or choose fewer acts by ' +
    '`occurredFrom`, `kinds`, `speakers` or another lens.';
  return new Refusal('too-large', detail, [], { actsMax, acts });
}
