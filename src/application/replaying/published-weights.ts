import { type CountingSource, type Weight, weightWith } from '../../domain/stances/effect.js';
import type { Instant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import type { EvidenceAsked } from '../asking/evidence.js';
import { type SourceCatalogue, type Worth, worthAt } from '../asking/worth.js';

/** What the citations of an act come to while just so many of its sources are published: the instants [from, to). */
export interface WeightSpan extends Weight {
  readonly from: Instant;
  readonly to: Instant;
}

interface PublishedSource {
  readonly at: Instant;
  readonly worth: CountingSource;
}

/** What citations weigh as their sources are published, each at the end of the time that it gives for that. */
export class PublishedWeights {
  private readonly worthOf: Worth;

  constructor(
    private readonly catalogue: SourceCatalogue,
    private readonly asked: EvidenceAsked,
  ) {
    this.worthOf = worthAt(catalogue, asked);
  }

  /** In order; none when no citation ever counts. */
  of(sources: readonly string[]): readonly WeightSpan[] {
    const published = sources.flatMap((id) => this.published(id) ?? []).sort((a, b) => a.at - b.at);
    const spans: WeightSpan[] = [];
    let weight: Weight | null = null;
    for (const [index, { at: from, worth }] of published.entries()) {
      weight = weightWith(weight, worth);
      const to = published[index + 1]?.at ?? Infinity;
      if (weight && from < to) spans.push({ from, to, grade: weight.grade, text: weight.text });
    }
    return spans;
  }

  private published(id: string): PublishedSource | null {
    const worth = this.worthOf(id);
    const source = worth && this.catalogue.at('source', id, this.asked.sequence)?.state;
    return source ? { at: parseTime(source.content.published, '/published').end, worth } : null;
  }
}
