import { Injectable } from '@nestjs/common';
import { type Act, evolveAct } from '../../domain/acts/act.js';
import type { ActContent } from '../../domain/acts/act-content.js';
import { mandateCovering } from '../../domain/parties/mandate.js';
import type { Erratum } from '../../domain/shared/erratum.js';
import { formatInstant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import type { ActHistory, ActVersion } from '../../ports/acts.js';
import { Catalogue } from '../../ports/catalogue.js';
import type { ActVersionView, ActView, RecordedView } from './views.js';

/** Acts as readers get them, at one K. */
@Injectable()
export class ActViews {
  constructor(private readonly catalogue: Catalogue) {}

  /** The act after the last event of its history, seen at K. */
  view(history: ActHistory, sequence: number): ActView {
    const act = history.map(({ event }) => event).reduce<Act | null>(evolveAct, null);
    const [first, last] = [history[0], history.at(-1)];
    if (!act || !first || !last) throw new Error('an act has at least one event');
    return {
      id: last.act,
      revision: last.revision,
      ...recordedOf(last),
      ...this.reading(act, sequence),
      first: recordedOf(first),
    };
  }

  /** Every version, each as it was when it was recorded. */
  versions(history: ActHistory): readonly ActVersionView[] {
    return history.map((version, index) => {
      const { reason, cause } = erratumOf(version);
      const view = this.view(history.slice(0, index + 1), version.sequence);
      return { ...view, event: version.event.type, reason, cause };
    });
  }

  private reading(act: Act, sequence: number): Omit<ActView, keyof RecordedView | 'first'> {
    const { content, retracted } = act;
    return {
      ...content,
      effective: formatInstant(parseTime(content.occurred, '/occurred').end),
      state: retracted ? 'retracted' : 'recorded',
      hasEffect: !retracted && content.citations.some(({ source }) => this.counts(source, sequence)),
      mandate: this.mandateOf(content, sequence),
    };
  }

  private counts(source: string, sequence: number): boolean {
    return this.catalogue.at('source', source, sequence)?.state.retracted === null;
  }

  private mandateOf({ speaker, party, occurred }: ActContent, sequence: number): ActView['mandate'] {
    const known = speaker === null ? null : this.catalogue.at('speaker', speaker, sequence);
    const mandate = known && mandateCovering(known.state.mandates, { party, ...parseTime(occurred, '/occurred') });
    return mandate && { role: mandate.role, from: mandate.from, until: mandate.until };
  }
}

function recordedOf({ sequence, recordedAt, recorder }: ActVersion): ActView['first'] {
  return { sequence, recordedAt: formatInstant(recordedAt), recorder };
}

function erratumOf({ event }: ActVersion): { readonly reason: string | null; readonly cause: Erratum['cause'] } {
  return 'reason' in event.data ? event.data : { reason: null, cause: null };
}
