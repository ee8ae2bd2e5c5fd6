import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { type Act, evolveAct } from '../../src/domain/acts/act.js';
import { Codec, type StoredForm } from '../../src/domain/shared/codec.js';
import type { ActEvent } from '../../src/domain/shared/domain-event.js';
import { type EntityKind, streamOf } from '../../src/domain/shared/stream.js';
import type { CatalogueKind, CatalogueState } from '../../src/ports/catalogue.js';
import { type EntryChange, Past } from '../../src/ports/projection.js';

interface Known {
  readonly number: number;
  readonly state: CatalogueState[CatalogueKind];
}

const selectFirst = `SELECT type, schema_version AS schemaVersion, data FROM events
  WHERE stream = ? AND revision = 0`;

/** The catalogue in memory; the few acts that something happened to are read from their streams in the log. */
export class PastInMemory extends Past {
  private readonly entries = {
    party: new Map<string, Known>(),
    speaker: new Map<string, Known>(),
    issue: new Map<string, Known>(),
    source: new Map<string, Known>(),
  };
  private readonly texts = new Map<string, number>();
  private readonly codec = new Codec();
  private readonly database;
  private readonly firsts;
  private readonly numbers;

  constructor(log: string) {
    super();
    this.database = new Database(log, { readonly: true });
    this.firsts = this.database.prepare<[string], StoredForm>(selectFirst);
    this.numbers = this.database
      .prepare<[string], number>('SELECT sequence FROM events WHERE stream = ? AND revision = 0')
      .pluck();
  }

  override entry<K extends CatalogueKind>(kind: K, id: string): CatalogueState[K] | null {
    return (this.entries[kind].get(id)?.state ?? null) as CatalogueState[K] | null;
  }

  override numberOf(kind: EntityKind, id: string): number {
    const number = kind === 'act' ? this.numbers.get(streamOf('act', id)) : this.entries[kind].get(id)?.number;
    return found(number, id);
  }

  /** This history changes no act twice: before a change there is only the first event. */
  override act(id: string): Act {
    const stream = streamOf('act', id);
    const first = this.firsts.get(stream);
    return evolveAct(null, this.codec.decode(found(first, stream)) as ActEvent);
  }

  override citing(): never {
    throw new Error('this history changes no source');
  }

  override textNumberOf(sha256: string): number {
    return found(this.texts.get(sha256), sha256);
  }

  remember({ kind, id, state }: EntryChange, sequence: number): void {
    const entries = this.entries[kind];
    entries.set(id, { number: entries.get(id)?.number ?? sequence, state });
  }

  rememberText(sha256: string, sequence: number): void {
    if (!this.texts.has(sha256)) this.texts.set(sha256, sequence);
  }

  close(): void {
    this.database.close();
  }
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the log does not hold ${name}`);
  return value;
}
