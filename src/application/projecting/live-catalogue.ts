import { Injectable } from '@nestjs/common';
import { Catalogue, type CatalogueKind, type CatalogueState, type Version } from '../../ports/catalogue.js';
import type { RowChange } from '../../ports/projection.js';

const entriesRemembered = 20_000;

/** What is remembered of one kind, by id. */
interface Remembered {
  readonly latest: Map<string, Version<CatalogueState[CatalogueKind]>>;
  readonly numbers: Map<string, number>;
}

/** Catalogue entries that questions need again and again, in memory: their latest version, until the next one. */
@Injectable()
export class LiveCatalogue {
  private readonly remembered: Readonly<Record<CatalogueKind, Remembered>> = {
    party: nothing(),
    speaker: nothing(),
    issue: nothing(),
    source: nothing(),
  };

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
    const { numbers } = this.remembered[kind];
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = this.stored.numberOf(kind, id);
    if (number !== null) remember(numbers, id, number);
    return number;
  }

  /** Follows rows that were committed. */
  follow(changes: readonly RowChange[]): void {
    for (const change of changes) if (change.change === 'entry') this.remembered[change.kind].latest.delete(change.id);
  }

  /** Forgets everything: rows were committed that were not followed. */
  clear(): void {
    for (const { latest, numbers } of Object.values(this.remembered)) {
      latest.clear();
      numbers.clear();
    }
  }

  private latestOf(kind: CatalogueKind, id: string): Version<CatalogueState[CatalogueKind]> | null {
    const { latest } = this.remembered[kind];
    const known = latest.get(id);
    if (known) return known;
    const version = this.stored.at(kind, id, Infinity);
    if (version) remember(latest, id, version);
    return version;
  }
}

function nothing(): Remembered {
  return { latest: new Map(), numbers: new Map() };
}

/** Starts over when there are too many: keeping account of their use would cost each question more than that. */
function remember<T>(entries: Map<string, T>, id: string, entry: T): void {
  if (entries.size >= entriesRemembered) entries.clear();
  entries.set(id, entry);
}
