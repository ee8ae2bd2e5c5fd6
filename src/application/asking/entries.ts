import { Injectable } from '@nestjs/common';
import { Refusal } from '../../domain/shared/refusal.js';
import { Catalogue, type CatalogueKind, type CatalogueState, type Version } from '../../ports/catalogue.js';
import { entryVersionViewOf, entryViewOf } from './entry-view.js';
import type { EntryVersionView, EntryView } from './views.js';

/** Catalogue entries as readers get them, at one K. */
@Injectable()
export class Entries {
  constructor(private readonly catalogue: Catalogue) {}

  /** @throws Refusal `not-found` when it was not registered by K */
  view(kind: CatalogueKind, id: string, sequence: number): EntryView {
    const version = this.catalogue.at(kind, id, sequence);
    if (!version) throw missing(kind, id);
    return this.viewOf(kind, version, sequence);
  }

  /** @throws Refusal `not-found` when it was not registered by K */
  history(kind: CatalogueKind, id: string, sequence: number): readonly EntryVersionView[] {
    const versions = this.catalogue.history(kind, id, sequence);
    if (versions.length === 0) throw missing(kind, id);
    return versions.map((version) => entryVersionViewOf(kind, version, this.isErased(kind, version, version.sequence)));
  }

  viewOf(kind: CatalogueKind, version: Version<CatalogueState[CatalogueKind]>, sequence: number): EntryView {
    return entryViewOf(kind, version, this.isErased(kind, version, sequence));
  }

  private isErased(kind: CatalogueKind, { state }: Version<CatalogueState[CatalogueKind]>, sequence: number): boolean {
    return kind === 'source' && this.catalogue.isErased((state as CatalogueState['source']).sha256, sequence);
  }
}

function missing(kind: CatalogueKind, id: string): Refusal {
  return new Refusal(
    'not-found',
    `There is no ${kind} \`${id}\`, or it was registered after the K that was asked for.`,
  );
}
