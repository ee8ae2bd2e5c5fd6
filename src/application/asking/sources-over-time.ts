import type { Source } from '../../domain/sources/source.js';
import type { CountingSource } from '../../domain/stances/effect.js';
import type { Catalogue, Version } from '../../ports/catalogue.js';
import type { EvidenceAsked } from './evidence.js';
import { countsThrough } from './evidence-lens.js';

/** What sources were worth at every K up to the one asked for, each read once. */
export class SourcesOverTime {
  private readonly known = new Map<string, readonly Version<Source>[]>();
  private readonly counts: (id: string, source: Source | undefined) => boolean;

  constructor(
    private readonly catalogue: Pick<Catalogue, 'history'>,
    private readonly texts: Pick<Catalogue, 'textNumberOf'>,
    private readonly asked: EvidenceAsked,
  ) {
    this.counts = countsThrough(asked.lens);
  }

  /** Every version of each source that was asked about. */
  get versions(): readonly Version<Source>[] {
    return [...this.known.values()].flat();
  }

  /** The sequences at which it was captured or changed. */
  changesOf(id: string): readonly number[] {
    return this.versionsOf(id).map(({ sequence }) => sequence);
  }

  /** What it was worth to a citation of it then; null when it did not count. */
  worthAt(id: string, sequence: number): CountingSource | null {
    const source = this.versionsOf(id).findLast((version) => version.sequence <= sequence)?.state;
    if (!source || !this.counts(id, source)) return null;
    return { grade: source.content.reliability, text: this.texts.textNumberOf(source.sha256) ?? 0 };
  }

  private versionsOf(id: string): readonly Version<Source>[] {
    const versions = this.known.get(id) ?? this.catalogue.history('source', id, this.asked.sequence);
    this.known.set(id, versions);
    return versions;
  }
}
