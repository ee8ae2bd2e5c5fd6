import type { Act } from '../../../domain/acts/act.js';
import { evolveAct } from '../../../domain/acts/act.js';
import type { EntityKind } from '../../../domain/shared/stream.js';
import type { CatalogueKind, CatalogueState } from '../../../ports/catalogue.js';
import type { EntryChange, RowChange } from '../../../ports/projection.js';
import { Past } from '../../../ports/projection.js';
import { ActPlaces } from './act-places.js';
import { actVersionOf, type ActRow } from './act-row.js';
import { numberOfEntry } from './entry-number.js';
import type { TupleWriter } from './tuple-writer.js';
import { sourceIndex } from './views-schema.js';
import type { ViewsConnection } from './views-connection.js';

/** Entries remembered, so that a million acts do not read their parties and sources a million times. */
const remembered = 20_000;

interface Known {
  readonly number: number;
  readonly state: CatalogueState[CatalogueKind];
}

/** The past as the rows tell it, as long as they are written in log order. */
export class SqlitePast extends Past {
  private readonly entries: Readonly<Record<CatalogueKind, Map<string, Known>>> = {
    party: new Map(),
    speaker: new Map(),
    issue: new Map(),
    source: new Map(),
  };
  private readonly textNumbers = new Map<string, number>();
  private sourcesAreIndexed = false;
  private places: ActPlaces | null = null;

  /** `actSources` may hold rows that are not written yet: they are, before anything is asked of them. */
  constructor(
    private readonly views: ViewsConnection,
    private readonly actSources: TupleWriter,
  ) {
    super();
  }

  override entry<K extends CatalogueKind>(kind: K, id: string): CatalogueState[K] | null {
    return (this.known(kind, id)?.state ?? null) as CatalogueState[K] | null;
  }

  override numberOf(kind: EntityKind, id: string): number {
    const number = kind === 'act' ? this.actNumber(id) : this.known(kind, id)?.number;
    if (number === undefined) throw new Error(`the log refers to ${kind} ${id}, which it does not hold before`);
    return number;
  }

  override act(id: string): Act {
    const act = this.versionsOf(id)
      .map((row) => actVersionOf(row).event)
      .reduce<Act | null>(evolveAct, null);
    if (!act) throw new Error(`the log refers to act ${id}, which it does not hold before`);
    return act;
  }

  /** As `act`, of the act whose first event has this sequence. */
  actByNumber(number: number): Act {
    return this.act(this.actAt(number)?.id ?? '');
  }

  /** The sequence of the act's latest event so far. */
  lastVersionOf(id: string): number {
    const last = this.versionsOf(id).at(-1)?.sequence;
    if (last === undefined) throw new Error(`the log refers to act ${id}, which it does not hold before`);
    return last;
  }

  override citing(source: string): readonly string[] {
    this.actSources.flush();
    if (!this.sourcesAreIndexed) this.views.database.exec(sourceIndex);
    this.sourcesAreIndexed = true;
    const sql = `SELECT DISTINCT acts.id AS id FROM act_sources JOIN acts ON acts.sequence = act_sources.sequence
      WHERE act_sources.source = ?`;
    return this.views.all<{ id: string }>(sql, this.numberOf('source', source)).map(({ id }) => id);
  }

  override textNumberOf(sha256: string): number {
    const known = this.textNumbers.get(sha256);
    if (known !== undefined) return known;
    const stored = this.storedTextNumber(sha256);
    if (stored === undefined) throw new Error(`the log refers to text ${sha256}, which it does not hold before`);
    remember(this.textNumbers, sha256, stored);
    return stored;
  }

  /** Begins with nothing: acts cannot be found by their index, which is only made at the end. */
  build(): void {
    this.forget();
    this.places = new ActPlaces();
  }

  /** Keeps what is remembered true after a change was written. */
  follow(change: RowChange, sequence: number): void {
    if (change.change === 'entry') this.remember(change, sequence);
    if (change.change !== 'act' || !this.places) return;
    if (change.number === sequence) this.places.add(change.id, sequence);
    else this.places.addLater(change.number, sequence);
  }

  /** Forgets everything: the rows are others now. */
  forget(): void {
    for (const entries of Object.values(this.entries)) entries.clear();
    this.textNumbers.clear();
    this.sourcesAreIndexed = false;
    this.places = null;
  }

  private remember({ kind, id, state }: EntryChange, sequence: number): void {
    const entries = this.entries[kind];
    const number = entries.get(id)?.number ?? this.storedNumber(kind, id) ?? sequence;
    remember(entries, id, { number, state });
  }

  private known(kind: CatalogueKind, id: string): Known | undefined {
    const known = this.entries[kind].get(id);
    if (known) return known;
    const stored = this.stored(kind, id);
    if (stored) remember(this.entries[kind], id, stored);
    return stored;
  }

  private stored(kind: CatalogueKind, id: string): Known | undefined {
    const sql = 'SELECT number, state FROM entries WHERE kind = ? AND id = ? AND until IS NULL';
    const row = this.views.one<{ number: number; state: string }>(sql, kind, id);
    return row && { number: row.number, state: JSON.parse(row.state) as Known['state'] };
  }

  private storedNumber(kind: CatalogueKind, id: string): number | null {
    return numberOfEntry(this.views, kind, id);
  }

  private versionsOf(id: string): readonly ActRow[] {
    if (!this.places) return this.views.all<ActRow>('SELECT * FROM acts WHERE id = ? ORDER BY revision', id);
    const first = this.actNumber(id);
    return first === undefined ? [] : this.places.allOf(first).flatMap((sequence) => this.actAt(sequence) ?? []);
  }

  private actAt(sequence: number): ActRow | undefined {
    return this.views.one<ActRow>('SELECT * FROM acts WHERE sequence = ?', sequence);
  }

  private actNumber(id: string): number | undefined {
    if (this.places) return this.places.firstOf(id, (sequence) => this.actAt(sequence)?.id === id);
    return this.views.one<{ number: number }>('SELECT number FROM acts WHERE id = ? AND revision = 0', id)?.number;
  }

  private storedTextNumber(sha256: string): number | undefined {
    return this.views.one<{ number: number }>('SELECT number FROM texts WHERE sha256 = ?', sha256)?.number;
  }
}

/** Starts over when there are too many: keeping account of their use costs more than reading some of them again. */
function remember<T>(entries: Map<string, T>, id: string, entry: T): void {
  if (entries.size >= remembered) entries.clear();
  entries.set(id, entry);
}
