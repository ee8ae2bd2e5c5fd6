import { Injectable } from '@nestjs/common';
import { Catalogue, type CatalogueKind, type CatalogueState, type Version } from '../../ports/catalogue.js';
import type { RowChange } from '../../ports/projection.js';

const entriesRemembered = 20_000;

/** What is remembered of one kind, by id. */
interface Remembered {
  readonly latest: Map<string, Version<CatalogueState[CatalogueKind]>>;
  readonly numbers: Map<string, number>;
  readonly ids: Map<number, string>;
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
  private readonly texts = new Map<string, number>();

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

  /** The id of what has this number. @throws Error when nothing of this kind has it */
  idOf(kind: CatalogueKind, number: number): string {
    const { ids } = this.remembered[kind];
    const known = ids.get(number);
    if (known !== undefined) return known;
    const id = this.stored.byNumber(kind, number, Infinity)?.id;
    if (id === undefined) throw new Error(`there is no ${kind} with the number ${String(number)}`);
    remember(ids, number, id);
    return id;
  }

  /** The first source number with this text; null when never captured. It never changes. */
  textNumberOf(sha256: string): number | null {
    const known = this.texts.get(sha256);
    if (known !== undefined) return known;
    const number = this.stored.textNumberOf(sha256);
    if (number !== null) remember(this.texts, sha256, number);
    return number;
  }

  /** Follows rows that were committed. */
  follow(changes: readonly RowChange[]): void {
    for (const change of changes) if (change.change === 'entry') this.remembered[change.kind].latest.delete(change.id);
  }

  /** Forgets everything: rows were committed that were not followed. */
  clear(): void {
    for (const { latest, numbers, ids } of Object.values(this.remembered)) {
      for (const known of [latest, numbers, ids]) known.clear();
    }
    this.texts.clear();
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
  return { latest: new Map(), numbers: new Map(), ids: new Map() };
}

/** Starts over when there are too many: keeping account of their use would cost each question more than that. */
function remember<K, T>(entries: Map<K, T>, key: K, entry: T): void {
  if (entries.size >= entriesRemembered) entries.clear();
  entries.set(key, entry);
}
