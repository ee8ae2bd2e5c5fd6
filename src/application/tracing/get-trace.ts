import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../../domain/shared/refusal.js';
import { type Trace, traceOf } from '../../domain/stances/trace-of.js';
import { formatInstant } from '../../domain/time/instant.js';
import { LogTree } from '../../ports/log-tree.js';
import { ActLabels } from '../asking/act-labels.js';
import type { BasisAsked } from '../asking/basis.js';
import { type CellId, type Question, Questions } from '../asking/questions.js';
import { checkOf } from './check-of.js';
import { TracedContributions } from './traced-contributions.js';
import { TracedEntries } from './traced-entries.js';
import type { TracedContributionView, TracedSourceView, TraceView } from './views.js';

/** Contributions told down to the quote in one answer. */
const listedMax = 1000;

/** Why a stance is what it is: from the number to the quotes and to who recorded them. */
export class GetTrace extends Query<TraceView> {
  constructor(
    readonly cell: CellId,
    readonly basis: BasisAsked,
    /** How many contributions to show, those of greatest share; Infinity for all. */
    readonly contributions: number,
  ) {
    super();
  }
}

@QueryHandler(GetTrace)
export class GetTraceHandler implements IQueryHandler<GetTrace> {
  constructor(
    private readonly questions: Questions,
    private readonly labels: ActLabels,
    private readonly contributions: TracedContributions,
    private readonly entries: TracedEntries,
    private readonly tree: LogTree,
  ) {}

  /** @throws Refusal as `Questions.open`; `not-found`, `too-large`; LogAway */
  async execute({ cell: id, basis, contributions: contributionsMax }: GetTrace): Promise<TraceView> {
    this.questions.assertCell(id);
    const question = await this.questions.open(basis);
    const { cell, withdrawals, lens } = this.questions.cell(question, id);
    const trace = traceOf(cell, withdrawals, { ...lens, contributionsMax });
    assertListable(trace);
    const { sequence } = question.knownAt;
    const contributions = await this.contributions.of(trace.contributions, question, withdrawals);
    return {
      ...id,
      stance: this.stance(trace, question),
      framing: await this.entries.current('issue', id.issue, sequence),
      contributions,
      sources: await this.sources(contributions, sequence),
      check: checkOf(trace),
      basis: this.questions.basisOf(question, lens.halfLifeDays),
      logId: this.logId(),
    };
  }

  private logId(): string {
    const head = this.tree.head();
    if (!head) throw new Refusal('behind', 'This node is building its views and does not answer yet.');
    return head.logId;
  }

  private stance(
    { stance: { contributions: _listed, pending, ...stance } }: Trace,
    { knownAt, lens }: Question,
  ): TraceView['stance'] {
    const { status, mixed, score, band, strength, spread, contributionsTotal, restShare } = stance;
    const shown = pending.map(({ act, kind, effective, value }) => {
      const { id, occurred } = this.labels.label(act, knownAt.sequence, lens);
      return { act: id, kind, occurred, effective: formatInstant(effective), value };
    });
    return { status, mixed, score, band, strength, spread, contributionsTotal, restShare, pending: shown };
  }

  private async sources(
    contributions: readonly TracedContributionView[],
    sequence: number,
  ): Promise<readonly TracedSourceView[]> {
    const cited = contributions.flatMap(({ citations }) => citations.map(({ source }) => source));
    const sources: TracedSourceView[] = [];
    for (const id of [...new Set(cited)].sort()) sources.push(await this.entries.source(id, sequence));
    return sources;
  }
}

function assertListable({ contributions }: Trace): void {
  if (contributions.length <= listedMax) return;
  const detail =
    `A trace tells of at most ${String(listedMax)} contributions, not ${String(contributions.length)}: ask for ` +
    `contributions=${String(listedMax)}, those of greatest share; the stance lists all, and /v1/acts/{id}/history ` +
    'tells of each.';
  throw new Refusal('too-large', detail, [{ pointer: '?contributions', detail }]);
}
