import { Injectable } from '@nestjs/common';
import type { Citation } from '../../domain/acts/act-content.js';
import { passageOf } from '../../domain/citations/passage.js';
import { SourceText } from '../../domain/citations/source-text.js';
import { Catalogue } from '../../ports/catalogue.js';
import { TextDamaged, Texts } from '../../ports/texts.js';
import { sourceChangeOf } from './source-change.js';
import type { PassageView } from './views.js';

/** Code points shown before and after a quote. */
const around = 120;

/**
 * Quotes in their surroundings. Only one text at a time is in memory. Whether a text is erased is asked of now, not of
 * K: what is gone is gone for every basis, and what is being erased is not shown any more.
 */
@Injectable()
export class Passages {
  constructor(
    private readonly texts: Texts,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws LogAway */
  async of(citations: readonly Citation[], sequence: number): Promise<ReadonlyMap<Citation, PassageView>> {
    const shown = new Map<Citation, PassageView>();
    for (const [sha256, citing] of this.byText(citations, sequence)) {
      const show = await this.reading(sha256);
      for (const citation of citing) shown.set(citation, show(citation));
    }
    return shown;
  }

  private byText(citations: readonly Citation[], sequence: number): ReadonlyMap<string, readonly Citation[]> {
    const bySource = groupedBy(citations, ({ source }) => source);
    const hashOf = (source: string) => this.catalogue.at('source', source, sequence)?.state.sha256 ?? '';
    const hashes = new Map([...bySource.keys()].map((source) => [source, hashOf(source)]));
    return groupedBy(citations, ({ source }) => hashes.get(source) ?? '');
  }

  private async reading(sha256: string): Promise<(citation: Citation) => PassageView> {
    const erasure = this.catalogue.erasure(sha256, Infinity);
    if (erasure) return () => ({ state: 'erased', erasure: sourceChangeOf(erasure) });
    const stored = await this.stored(sha256);
    if (stored.state === 'absent') return () => ({ state: 'missing' });
    if (stored.state === 'damaged') return () => ({ state: 'damaged' });
    // Erased by another node, whose event this one has not projected yet.
    if (stored.state === 'erased') return () => ({ state: 'erased', erasure: null });
    const text = new SourceText(stored.text);
    return (citation) => ({ state: 'present', ...passageOf(text, citation, around) });
  }

  /** A damaged text is a finding of the trace, not a fault of the question. */
  private async stored(sha256: string): Promise<Awaited<ReturnType<Texts['get']>> | { readonly state: 'damaged' }> {
    try {
      return await this.texts.get(sha256);
    } catch (error) {
      if (error instanceof TextDamaged) return { state: 'damaged' };
      throw error;
    }
  }
}

function groupedBy(citations: readonly Citation[], keyOf: (citation: Citation) => string): Map<string, Citation[]> {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const group = groups.get(keyOf(citation));
    if (group) group.push(citation);
    else groups.set(keyOf(citation), [citation]);
  }
  return groups;
}
