import type { Source } from '../../domain/sources/source.js';
import { type CountingSource, type Weight, weightWith } from '../../domain/stances/effect.js';
import type { Catalogue } from '../../ports/catalogue.js';
import type { Lens } from './basis.js';
import { countsThrough } from './evidence-lens.js';

/** What a source is worth to a citation of it; null when it does not count. */
export type Worth = (source: string) => CountingSource | null;

/** Where sources are looked up. */
export type SourceCatalogue = Pick<Catalogue, 'at' | 'textNumberOf'>;

/** What citations of these sources come to together; null when none counts. */
export function weightOf(sources: readonly string[], worthOf: Worth): Weight | null {
  let weight: Weight | null = null;
  for (const source of sources) weight = weightWith(weight, worthOf(source));
  return weight;
}

/** A citation counts while its source is not retracted at K, and the lens does not leave the source out. */
export function worthAt(catalogue: SourceCatalogue, { lens, sequence }: Known): Worth {
  const counts = countsThrough(lens);
  const known = new Map<string, CountingSource | null>();
  const read = (id: string): CountingSource | null => {
    const source = catalogue.at('source', id, sequence)?.state;
    return source && counts(id, source) ? countingOf(catalogue, source) : null;
  };
  return (id) => {
    const worth = known.has(id) ? (known.get(id) ?? null) : read(id);
    known.set(id, worth);
    return worth;
  };
}

/** What the source is worth through this lens while it is not retracted, whether or not it is at K. */
export function unretractedWorth(
  catalogue: SourceCatalogue,
  id: string,
  { lens, sequence }: Known,
): CountingSource | null {
  const source = catalogue.at('source', id, sequence)?.state;
  return source && countsThrough(lens)(id, { ...source, retracted: null }) ? countingOf(catalogue, source) : null;
}

interface Known {
  readonly lens: Lens;
  readonly sequence: number;
}

function countingOf(catalogue: SourceCatalogue, { content, sha256 }: Source): CountingSource {
  return { grade: content.reliability, text: catalogue.textNumberOf(sha256) ?? 0 };
}
