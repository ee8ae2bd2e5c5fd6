import { type Act, evolveAct } from '../../domain/acts/act.js';
import { type Effect, effectOf } from '../../domain/stances/effect.js';
import { formatInstant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import type { ActHistory } from '../../ports/acts.js';
import type { Catalogue } from '../../ports/catalogue.js';
import type { EvidenceAsked } from '../asking/evidence.js';
import { type Worth, worthAt } from '../asking/worth.js';
import { passesRecorder } from '../asking/evidence-lens.js';
import type { ReplayBy } from './replay-by.js';

/** An act's effect at the places [from, to) of a course. */
export interface EffectSpan {
  readonly effect: Effect;
  readonly from: number;
  readonly to: number;
}

/**
 * What effect acts have along a course. Along publication the places are instants, along knowledge sequences; along
 * valid time there is one, 0, since K stands still.
 */
export class EffectSpans {
  private readonly worths = new Map<number, Worth>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly by: ReplayBy,
    private readonly asked: EvidenceAsked,
  ) {}

  of(history: ActHistory): readonly EffectSpan[] {
    const places = [...new Set(this.places(history))].sort((a, b) => a - b);
    return places.flatMap((from, index) => {
      const effect = this.effectAt(history, from);
      return effect ? [{ effect, from, to: places[index + 1] ?? Infinity }] : [];
    });
  }

  private effectAt(history: ActHistory, place: number): Effect | null {
    const act = this.actsOf(history, this.sequenceAt(place)).at(-1);
    return act ? effectOf(act, this.worthAt(place)) : null;
  }

  /** Where the effect may become another. */
  private places(history: ActHistory): readonly number[] {
    const { sequence } = this.asked;
    if (this.by === 'valid') return [0];
    const acts = this.actsOf(history, sequence);
    const sources = new Set(acts.flatMap(({ content }) => content.citations.map(({ source }) => source)));
    if (this.by === 'published') return [...sources].map((id) => this.publishedAt(id));
    const first = history[0]?.sequence ?? 0;
    const versions = [...sources].flatMap((id) => this.catalogue.history('source', id, sequence));
    return [...history, ...versions].map((version) => version.sequence).filter((place) => place >= first);
  }

  private publishedAt(source: string): number {
    const published = this.catalogue.at('source', source, this.asked.sequence)?.state.content.published;
    return published === undefined ? Infinity : parseTime(published, '/published').end;
  }

  /** The act after each of its events that pass. */
  private actsOf(history: ActHistory, sequence: number): readonly Act[] {
    const acts: Act[] = [];
    for (const { sequence: recorded, recorder, event } of history) {
      if (recorded > sequence || !passesRecorder(recorder, this.asked.lens)) continue;
      acts.push(evolveAct(acts.at(-1) ?? null, event));
    }
    return acts;
  }

  private sequenceAt(place: number): number {
    return this.by === 'known' ? place : this.asked.sequence;
  }

  private worthAt(place: number): Worth {
    const worth = this.worths.get(place) ?? this.worth(place);
    this.worths.set(place, worth);
    return worth;
  }

  private worth(place: number): Worth {
    const { lens } = this.asked;
    const seen = this.by === 'published' ? { ...lens, publishedUntil: formatInstant(place) } : lens;
    return worthAt(this.catalogue, { lens: seen, sequence: this.sequenceAt(place) });
  }
}
