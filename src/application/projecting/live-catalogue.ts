import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Catalogue, type CatalogueKind, type CatalogueState, type Version } from '../../ports/catalogue.js';
import type { RowChange } from '../../ports/projection.js';

const entriesRemembered = 20_000;

/** Catalogue entries that questions need again and again, in memory: their latest version, until the next one. */
@Injectable()
export class LiveCatalogue {
  private readonly latest = new LRUCache<string, Version<CatalogueState[CatalogueKind]>>({ max: entriesRemembered });
  private readonly numbers = new LRUCache<string, number>({ max: entriesRemembered });

  constructor(private readonly stored: Catalogue) {}

  /** The version that held at K; null when it was not registered by then. */
  at<K extends CatalogueKind>(kind: K, id: string, sequence: number): Version<CatalogueState[K]> | null {
    const known = this.latestOf(kind, id);
    if (!known) return null;
    const held = known.sequence <= sequence ? known : this.stored.at(kind, id, sequence);
    return held as Version<CatalogueState[K]> | null; // kept under its kind
  }

  /** The number that identifies it, whatever K; null when it was never registered. It never changes. */
  numberOf(kind: CatalogueKind, id: string): number | null {
    const name = `${kind}-${id}`;
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.stored.numberOf(kind, id);
    if (number !== null) this.numbers.set(name, number);
    return number;
  }

  private latestOf(kind: CatalogueKind, id: string): Version<CatalogueState[CatalogueKind]> | null {
    const name = `${kind}-${id}`;
    const known = this.latest.get(name);
    if (known) return known;
    const version = this.stored.at(kind, id, Infinity);
    if (version) this.latest.set(name, version);
    return version;
  }

  /** Follows rows that were committed. */
  follow(changes: readonly RowChange[]): void {
    for (const change of changes) if (change.change === 'entry') this.latest.delete(`${change.kind}-${change.id}`);
  }

  /** Forgets everything: rows were committed that were not followed. */
  clear(): void {
    this.latest.clear();
    this.numbers.clear();
  }
}
