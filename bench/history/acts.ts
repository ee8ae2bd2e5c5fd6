import type { ActContent } from '../../src/domain/acts/act-content.js';
import { type ActKind, actionModes, attributions } from '../../src/domain/acts/act-kind.js';
import type { ActEvent } from '../../src/domain/shared/domain-event.js';
import { firstTypeOf } from '../../src/domain/shared/domain-event.js';
import { streamOf } from '../../src/domain/shared/stream.js';
import { catalogueSize, issueId, partyId, placedSentences, sourceId, speakerId, textNumberOf } from './catalogue.js';
import { Random, Zipf } from './random.js';

const day = 86_400_000;

/** When the history begins and ends, by recorded time. */
export const historyStart = Date.UTC(2015, 0, 1);
export const historyEnd = Date.UTC(2025, 6, 1);

const shares = { late: 0.05, changed: 0.01, retractedOfChanged: 0.3, over: 0.02, secondIssue: 0.1 } as const;
/** A correction follows within so many acts. */
const changedWithin = 2000;

/** Without withdrawals: the sums that answers are compared with would need them worked out beforehand. */
const kinds = Object.keys(firstTypeOf).filter((kind): kind is ActKind => kind !== 'withdrawal');

export interface PlacedActEvent {
  readonly stream: string;
  readonly event: ActEvent;
  readonly recordedAt: number;
}

interface RecentAct {
  readonly stream: string;
  readonly content: ActContent;
}

/** The acts of a made-up history in the order in which they were recorded, with what became of them later. */
export class ActsMaker {
  private readonly random: Random;
  private readonly parties = new Zipf(catalogueSize.parties);
  private readonly issues = new Zipf(catalogueSize.issues);
  private readonly sentences = placedSentences();
  private recent: RecentAct[] = [];

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  *events(count: number): Generator<PlacedActEvent> {
    const step = (historyEnd - historyStart) / Math.max(count, 1);
    for (let number = 0; number < count; number++) {
      const recordedAt = Math.floor(historyStart + number * step);
      yield this.first(recordedAt);
      if (this.random.chance(shares.changed)) yield this.change(recordedAt);
    }
  }

  /** What a recorder would code of an act at that time. */
  content(recordedAt: number): ActContent {
    const { random } = this;
    const kind = random.of(kinds);
    const party = this.parties.draw(random);
    const occurred = this.occurred(recordedAt);
    return {
      kind,
      party: partyId(party),
      speaker: random.chance(0.7) ? this.speakerOf(party) : null,
      addressees: [partyId(this.parties.draw(random))],
      occurred,
      until: random.chance(shares.over) ? this.until(occurred) : null,
      summary: this.summary(kind),
      leanings: this.leanings(party),
      attribution: random.of(attributions),
      certainty: random.of([1, 1, 1, 0.9, 0.75, 0.5]),
      condition: null,
      mode: kind === 'action' ? random.of(actionModes) : null,
      citations: [this.citation()],
      inResponseTo: null,
      joint: null,
      threat: null,
      proposal: null,
    };
  }

  private first(recordedAt: number): PlacedActEvent {
    const content = this.content(recordedAt);
    const stream = streamOf('act', this.random.uuid());
    this.recent.push({ stream, content });
    if (this.recent.length > 2 * changedWithin) this.recent = this.recent.slice(changedWithin);
    return { stream, recordedAt, event: { type: firstTypeOf[content.kind], data: content } };
  }

  /** Corrects or retracts a recent act; nothing else happens to that one. */
  private change(recordedAt: number): PlacedActEvent {
    const place = this.random.below(this.recent.length);
    const [act] = this.recent.splice(place, 1);
    const { stream, content } = act!;
    const erratum = { reason: 'The report was read again.', cause: 'coding-error' } as const;
    if (this.random.chance(shares.retractedOfChanged)) {
      return { stream, recordedAt, event: { type: 'ActRetracted', data: erratum } };
    }
    const corrected = {
      ...content,
      leanings: content.leanings.map((leaning) => ({ ...leaning, value: this.value(0) })),
    };
    return { stream, recordedAt, event: { type: 'ActCorrected', data: { ...erratum, content: corrected } } };
  }

  private occurred(recordedAt: number): string {
    const { random } = this;
    const late = random.chance(shares.late);
    const at = new Date(recordedAt - (late ? random.between(30, 1800) : random.between(0.1, 3)) * day).toISOString();
    const precision = random.unit();
    if (precision < 0.05) return new Date(Date.parse(at) - 31 * day).toISOString().slice(0, 7);
    return precision < 0.6 ? at.slice(0, 10) : `${at.slice(0, 19)}Z`;
  }

  private until(occurred: string): string {
    return new Date(Date.parse(occurred) + this.random.between(40, 400) * day).toISOString().slice(0, 10);
  }

  private speakerOf(party: number): string {
    const perParty = catalogueSize.speakers / catalogueSize.parties;
    return speakerId(party + this.random.below(perParty) * catalogueSize.parties);
  }

  private summary(kind: ActKind): string {
    const { random } = this;
    const sought = random.of(['guarantees', 'borders', 'prisoners', 'sanctions', 'reconstruction', 'inspections']);
    const place = random.of(['in the capital', 'at the council', 'by telephone', 'before the press', 'in parliament']);
    return `Makes a ${kind} on ${sought} ${place}, number ${String(random.below(100_000))}.`;
  }

  private leanings(party: number): ActContent['leanings'] {
    const { random, issues } = this;
    const first = issues.draw(random);
    const second = random.chance(shares.secondIssue) ? issues.draw(random) : first;
    const distinct = first === second ? [first] : [first, second];
    return distinct.map((issue) => ({ issue: issueId(issue), value: this.value((party + issue) % 5), note: null }));
  }

  /** Near one of five positions, in steps of a twentieth. */
  private value(position: number): number {
    const near = -0.8 + 0.4 * position + this.random.between(-0.5, 0.5);
    return Math.round(Math.min(1, Math.max(-1, near)) * 20) / 20;
  }

  private citation(): ActContent['citations'][number] {
    const source = this.random.below(catalogueSize.sources);
    const { exact, start, end } = this.random.of(this.sentences[textNumberOf(source)]!);
    return { source: sourceId(source), exact, prefix: null, suffix: null, start, end, translation: null };
  }
}
