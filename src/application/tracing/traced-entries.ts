import { Injectable } from '@nestjs/common';
import { streamOf } from '../../domain/shared/stream.js';
import { Catalogue, type CatalogueKind, type CatalogueState, type Version } from '../../ports/catalogue.js';
import { Entries } from '../asking/entries.js';
import type { EntryVersionView } from '../asking/views.js';
import { LogEvents } from './log-events.js';
import { sourceChangeOf } from './source-change.js';
import type { Logged, SourceChangeView, TracedSourceView } from './views.js';

/** Catalogue entries with the events that made them. */
@Injectable()
export class TracedEntries {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly entries: Entries,
    private readonly events: LogEvents,
  ) {}

  /** The version that held at K; null when it was not registered by then. @throws LogAway */
  async current(kind: CatalogueKind, id: string, sequence: number): Promise<Logged<EntryVersionView> | null> {
    return this.catalogue.at(kind, id, sequence) && ((await this.versions(kind, id, sequence)).at(-1) ?? null);
  }

  /** @throws LogAway, Refusal `not-found` */
  async source(id: string, sequence: number): Promise<TracedSourceView> {
    const versions = await this.versions('source', id, sequence);
    const history = this.catalogue.history('source', id, sequence);
    const sha256 = history.at(-1)?.state.sha256 ?? '';
    const erasure = this.catalogue.erasure(sha256, Infinity);
    return {
      ...this.entries.view('source', id, sequence),
      retraction: retractionIn(history),
      erasure: erasure && sourceChangeOf(erasure),
      versions,
    };
  }

  private async versions(
    kind: CatalogueKind,
    id: string,
    sequence: number,
  ): Promise<readonly Logged<EntryVersionView>[]> {
    const views = this.entries.history(kind, id, sequence);
    const logged = await this.events.of(streamOf(kind, id), this.catalogue.history(kind, id, sequence));
    return views.flatMap((view, index) => (logged[index] ? [{ ...view, log: logged[index] }] : []));
  }
}

function retractionIn(history: readonly Version<CatalogueState['source']>[]): SourceChangeView | null {
  if (!history.at(-1)?.state.retracted) return null;
  const retraction = history.findLast(({ type }) => type === 'SourceRetracted');
  return retraction ? sourceChangeOf(retraction) : null;
}
