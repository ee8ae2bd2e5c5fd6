import {
  Catalogue,
  type CatalogueKind,
  type CataloguePage,
  type CatalogueState,
  type Version,
} from '../../../ports/catalogue.js';
import { numberOfEntry } from './entry-number.js';
import type { ViewsConnection } from './views-connection.js';

interface EntryRow {
  readonly sequence: number;
  readonly number: number;
  readonly id: string;
  readonly revision: number;
  readonly recorded_at: number;
  readonly recorder: string;
  readonly type: string;
  readonly reason: string | null;
  readonly cause: string | null;
  readonly state: string;
}

const columns = 'sequence, number, id, revision, recorded_at, recorder, type, reason, cause, state';
const heldAt = 'sequence <= ? AND (until IS NULL OR until > ?)';
const lastSequence = Number.MAX_SAFE_INTEGER;

/** The catalogue in SQLite: every version is a row with the state after it. */
export class SqliteCatalogue extends Catalogue {
  constructor(private readonly views: ViewsConnection) {
    super();
  }

  override at<K extends CatalogueKind>(kind: K, id: string, sequence: number): Version<CatalogueState[K]> | null {
    const k = Math.min(sequence, lastSequence);
    const sql = `SELECT ${columns} FROM entries WHERE kind = ? AND id = ? AND ${heldAt}`;
    return versionOf<K>(this.views.one<EntryRow>(sql, kind, id, k, k));
  }

  override byNumber<K extends CatalogueKind>(
    kind: K,
    number: number,
    sequence: number,
  ): Version<CatalogueState[K]> | null {
    const id = this.views.one<{ id: string }>('SELECT id FROM entries WHERE sequence = ? AND kind = ?', number, kind);
    return id ? this.at(kind, id.id, sequence) : null;
  }

  override history<K extends CatalogueKind>(
    kind: K,
    id: string,
    sequence: number,
  ): readonly Version<CatalogueState[K]>[] {
    const sql = `SELECT ${columns} FROM entries WHERE kind = ? AND id = ? AND sequence <= ? ORDER BY revision`;
    return this.views.all<EntryRow>(sql, kind, id, sequence).flatMap((row) => versionOf<K>(row) ?? []);
  }

  override list<K extends CatalogueKind>(kind: K, page: CataloguePage): readonly Version<CatalogueState[K]>[] {
    const { sequence, words, afterId, limit } = page;
    const matching = words.map(() => ' AND instr(words, ?) > 0').join('');
    const sql = `SELECT ${columns} FROM entries WHERE kind = ? AND id > ? AND ${heldAt}${matching} ORDER BY id LIMIT ?`;
    const sought = words.map((word) => word.normalize('NFKC').toLowerCase());
    const rows = this.views.all<EntryRow>(sql, kind, afterId ?? '', sequence, sequence, ...sought, limit);
    return rows.flatMap((row) => versionOf<K>(row) ?? []);
  }

  override ids(kind: CatalogueKind, sequence: number, limit: number): readonly string[] {
    const sql = `SELECT id FROM entries WHERE kind = ? AND ${heldAt} ORDER BY id LIMIT ?`;
    return this.views.all<{ readonly id: string }>(sql, kind, sequence, sequence, limit).map(({ id }) => id);
  }

  override numberOf(kind: CatalogueKind, id: string): number | null {
    return numberOfEntry(this.views, kind, id);
  }

  override textNumberOf(sha256: string): number | null {
    return this.views.one<{ number: number }>('SELECT number FROM texts WHERE sha256 = ?', sha256)?.number ?? null;
  }

  override isErased(sha256: string, sequence: number): boolean {
    const sql = 'SELECT erased_at FROM texts WHERE sha256 = ? AND erased_at <= ?';
    return this.views.one(sql, sha256, Math.min(sequence, lastSequence)) !== undefined;
  }

  override erasure(sha256: string, sequence: number): Version<CatalogueState['source']> | null {
    const erasedAt = 'SELECT erased_at FROM texts WHERE sha256 = ? AND erased_at <= ?';
    const sql = `SELECT ${columns} FROM entries WHERE sequence = (${erasedAt})`;
    return versionOf<'source'>(this.views.one<EntryRow>(sql, sha256, Math.min(sequence, lastSequence)));
  }

  override erasedTexts(): readonly string[] {
    const sql = 'SELECT sha256 FROM texts WHERE erased_at IS NOT NULL ORDER BY sha256';
    return this.views.all<{ sha256: string }>(sql).map(({ sha256 }) => sha256);
  }
}

function versionOf<K extends CatalogueKind>(row: EntryRow | undefined): Version<CatalogueState[K]> | null {
  if (!row) return null;
  const { recorded_at, state, ...rest } = row;
  return { ...rest, recordedAt: recorded_at, state: JSON.parse(state) as CatalogueState[K] };
}
