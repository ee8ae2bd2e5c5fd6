import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TracedContribution } from '../../domain/stances/trace-of.js';
import type { Withdrawals } from '../../domain/stances/withdrawals.js';
import { formatInstant } from '../../domain/time/instant.js';
import { Catalogue } from '../../ports/catalogue.js';
import { ActLabels } from '../asking/act-labels.js';
import { countsThrough } from '../asking/evidence-lens.js';
import type { Question } from '../asking/questions.js';
import { Passages } from './passages.js';
import { type TracedAct, TracedActs } from './traced-acts.js';
import type { TracedCitationView, TracedContributionView } from './views.js';

/** Acts read side by side, between which others get their turn. */
const atOnce = 16;

/** The contributions of a stance, each down to its quotes. */
@Injectable()
export class TracedContributions {
  constructor(
    private readonly acts: TracedActs,
    private readonly passages: Passages,
    private readonly labels: ActLabels,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws LogAway */
  async of(
    contributions: readonly TracedContribution[],
    question: Question,
    withdrawals: Withdrawals,
  ): Promise<readonly TracedContributionView[]> {
    const { lens, knownAt } = question;
    const acts: TracedAct[] = [];
    for (let first = 0; first < contributions.length; first += atOnce) {
      const some = contributions.slice(first, first + atOnce);
      acts.push(...(await Promise.all(some.map(({ act }) => this.acts.at(act, knownAt.sequence, lens)))));
      await breathe();
    }
    const cite = await this.citing(acts, question);
    return contributions.flatMap((contribution, index) => {
      const act = acts[index];
      return act ? [this.view(contribution, { act, cite, question, withdrawals })] : [];
    });
  }

  private async citing(acts: readonly TracedAct[], { lens, knownAt }: Question): Promise<Cite> {
    const citations = acts.flatMap((act) => act.citations);
    const passages = await this.passages.of(citations, knownAt.sequence);
    const counts = countsThrough(lens);
    return ({ citations: own }) =>
      own.map((citation) => ({
        ...citation,
        counts: counts(citation.source, this.catalogue.at('source', citation.source, knownAt.sequence)?.state),
        passage: passages.get(citation) ?? { state: 'missing' },
      }));
  }

  // Its first fields are those of a stance's contribution.
  private view(traced: TracedContribution, { act, cite, question, withdrawals }: Parts): TracedContributionView {
    const { kind, effective, value, weight, standing, share, factors, term, product } = traced;
    const { lens, validAt, knownAt } = question;
    const labelOf = (number: number): Label => this.labels.label(number, knownAt.sequence, lens);
    const { id, occurred } = labelOf(traced.act);
    const acting = withdrawals.actingOn(traced.act, validAt, knownAt.sequence);
    return {
      ...{ act: id, kind, occurred, effective: formatInstant(effective), value, weight, standing, share },
      ...{ factors, term, product },
      withdrawals: acting.map((each) => ({ ...each, act: labelOf(each.act).id })),
      citations: cite(act),
      versions: act.versions,
    };
  }
}

type Label = ReturnType<ActLabels['label']>;
type Cite = (act: TracedAct) => readonly TracedCitationView[];

interface Parts {
  readonly act: TracedAct;
  readonly cite: Cite;
  readonly question: Question;
  readonly withdrawals: Withdrawals;
}
