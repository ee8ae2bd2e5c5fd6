import Database from 'better-sqlite3';
import type { Recorded, RowChange } from '../../../ports/projection.js';
import type { Checkpoint, ProjectedBatch } from '../../../ports/view-store.js';
import { ViewsAway, ViewStore } from '../../../ports/view-store.js';
import { RowWriter } from './row-writer.js';
import { SqlitePast } from './sqlite-past.js';
import type { ViewsConnection } from './views-connection.js';
import type { ViewsPlace } from './views-place.js';
import { lateIndexes, sourceIndex, viewsKind, viewsVersion } from './views-schema.js';

/** Nothing is lost when a file that is being built is lost, so it is built without a journal and without syncing. */
const whileBuilding = 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;';
/** The tail is transactional; what a power failure takes from it is projected again from the log. */
const whileServing = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;';

const writeCheckpoint = `INSERT OR REPLACE INTO checkpoint (only, log_id, event_id, sequence, recorded_at, position)
  VALUES (1, ?, ?, ?, ?, ?)`;

interface CheckpointRow {
  readonly log_id: string;
  readonly event_id: string;
  readonly sequence: number;
  readonly recorded_at: number | null;
  readonly position: string;
}

/** Views in one SQLite file. */
export class SqliteViewStore extends ViewStore {
  override readonly version = viewsVersion;
  private readonly past: SqlitePast;
  private readonly rows: RowWriter;
  private owned = false;
  private building = false;
  private lastMoment: number | null = null;

  constructor(
    private readonly views: ViewsConnection,
    private readonly place: ViewsPlace,
  ) {
    super();
    this.past = new SqlitePast(views);
    this.rows = new RowWriter(views);
  }

  override own(): boolean {
    if (this.owned) return true;
    this.owned = this.place.own();
    if (this.owned) this.serve();
    return this.owned;
  }

  override refresh(): void {
    if (!this.owned && (!this.views.isOpen || this.place.wasReplaced())) this.serve();
  }

  override checkpoint(): Checkpoint | null {
    const row = this.views.isOpen ? this.views.one<CheckpointRow>('SELECT * FROM checkpoint') : undefined;
    if (!row) return null;
    const { sequence, position } = row;
    return { logId: row.log_id, eventId: row.event_id, place: { sequence, recordedAt: row.recorded_at, position } };
  }

  override build(): void {
    const fresh = this.place.create();
    fresh.exec(whileBuilding);
    fresh.pragma(`application_id = ${String(viewsKind.applicationId)}`);
    fresh.pragma(`user_version = ${String(viewsKind.format)}`);
    fresh.exec(viewsKind.schema);
    this.adopt(fresh);
    this.building = true;
  }

  override finish(): void {
    this.views.database.exec(lateIndexes + sourceIndex);
    this.building = false;
    this.place.publish(this.views);
    this.views.database.exec(whileServing);
    this.past.forget();
  }

  override write(batch: ProjectedBatch): readonly RowChange[] {
    const made: RowChange[] = [];
    const writing = this.views.database.transaction(() => {
      for (const recorded of batch.events) {
        const changes = batch.project(recorded, this.past);
        for (const change of changes) this.rows.apply(recorded, change);
        for (const change of changes) this.past.follow(change, recorded.at.sequence);
        made.push(...(this.building ? [] : changes));
        this.noteMoment(recorded.at);
      }
      const { logId, eventId, place } = batch.checkpoint;
      this.views.run(writeCheckpoint, logId, eventId, place.sequence, place.recordedAt, place.position);
    });
    try {
      writing.immediate();
    } catch (error) {
      this.past.forget();
      this.lastMoment = null;
      if (!(error instanceof Database.SqliteError)) throw error;
      throw new ViewsAway(`the views cannot be written: ${error.message}`, { cause: error });
    }
    return made;
  }

  override close(): void {
    this.views.use(null);
    this.place.release();
  }

  private serve(): void {
    const finished = this.place.open(this.owned);
    if (this.owned) finished?.exec(whileServing);
    this.adopt(finished);
  }

  private adopt(database: Database.Database | null): void {
    this.views.use(database);
    this.past.forget();
    this.lastMoment = null;
  }

  /** The first event of each distinct recorded time; the log's times never go back. */
  private noteMoment({ sequence, recordedAt }: Recorded['at']): void {
    this.lastMoment ??= this.checkpoint()?.place.recordedAt ?? -Infinity;
    if (recordedAt === this.lastMoment) return;
    this.views.run('INSERT INTO moments (sequence, recorded_at) VALUES (?, ?)', sequence, recordedAt);
    this.lastMoment = recordedAt;
  }
}
