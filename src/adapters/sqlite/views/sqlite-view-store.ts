import type { RowChange } from '../../../ports/projection.js';
import type { Checkpoint, ProjectedBatch, Seeding } from '../../../ports/view-store.js';
import { ViewStore } from '../../../ports/view-store.js';
import type { Database } from '../shared/driver.js';
import { BatchWriter } from './batch-writer.js';
import type { ViewsConnection } from './views-connection.js';
import { asViewsAway, isBroken } from './views-failure.js';
import type { ViewsPlace } from './views-place.js';
import { lateIndexes, sourceIndex, viewsKind, viewsVersion } from './views-schema.js';

/** Nothing is lost when a file that is being built is lost, so it is built without a journal and without syncing. */
const whileBuilding =
  'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA threads = 2;';
/** The tail is transactional; what a power failure takes from it is projected again from the log. */
const whileServing = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;';

/** Words are written to the index in few great pieces instead of many small ones that are merged again. */
const whileFilling = `INSERT INTO act_words (act_words, rank) VALUES ('hashsize', 67108864);`;
const afterFilling = `INSERT INTO act_words (act_words, rank) VALUES ('hashsize', 1048576);`;

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
  private readonly writer: BatchWriter;
  private owned = false;
  private building = false;

  constructor(
    private readonly views: ViewsConnection,
    private readonly place: ViewsPlace,
  ) {
    super();
    this.writer = new BatchWriter(views);
  }

  override own(): boolean {
    return this.owned || this.guarded(() => this.place.own() && this.serveOwned());
  }

  override refresh(): void {
    if (this.owned) return;
    this.guarded(() => {
      if (!this.views.isOpen || this.place.wasReplaced()) this.adopt(this.place.open(false));
    });
  }

  override checkpoint(): Checkpoint | null {
    if (!this.views.isOpen) return null;
    const row = this.guarded(() => this.views.one<CheckpointRow>('SELECT * FROM checkpoint'));
    if (!row) return null;
    const { sequence, position } = row;
    return { logId: row.log_id, eventId: row.event_id, place: { sequence, recordedAt: row.recorded_at, position } };
  }

  override seed(): Seeding | null {
    return this.guarded(() => {
      const seeding = this.place.seed();
      if (seeding?.refused === null) {
        this.place.publish(this.views);
        this.views.database.exec(whileServing);
        this.writer.forget();
      }
      return seeding;
    });
  }

  override build(): void {
    this.guarded(() => {
      this.building = true;
      this.adopt(this.place.create());
      const { database } = this.views;
      database.exec(whileBuilding);
      database.pragma(`application_id = ${String(viewsKind.applicationId)}`);
      database.pragma(`user_version = ${String(viewsKind.format)}`);
      database.exec(viewsKind.schema + whileFilling);
      database.exec('BEGIN');
      this.writer.build();
    });
  }

  override finish(): void {
    this.guarded(() => {
      this.writer.finish();
      this.views.database.exec(`COMMIT; ${afterFilling} ${lateIndexes} ${sourceIndex}`);
      this.place.publish(this.views);
      this.views.database.exec(whileServing);
      this.building = false;
      this.writer.forget();
    });
  }

  override write(batch: ProjectedBatch): readonly RowChange[] {
    const write = (): readonly RowChange[] => this.writer.write(batch, () => this.checkpoint());
    // What is being built is one transaction: nobody reads it before its end.
    return this.guarded(this.building ? write : () => this.views.database.transaction(write).immediate());
  }

  override close(): void {
    this.views.use(null);
    this.place.release();
  }

  private serveOwned(): true {
    this.adopt(this.place.open(true));
    if (this.views.isOpen) this.views.database.exec(whileServing);
    this.owned = true;
    return true;
  }

  /** Whatever fails, what is in memory may no longer be what is in the file. */
  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.writer.forget();
      this.drop(isBroken(error));
      throw asViewsAway(error);
    }
  }

  /** Lets go of a file half built, of which nothing can be rolled back, and of a broken one; any other is read on. */
  private drop(broken: boolean): void {
    if (!this.building && !broken) return;
    this.building = false;
    this.owned = false;
    this.adopt(null);
    if (broken) this.place.discard();
  }

  private adopt(database: Database | null): void {
    this.views.use(database);
    this.writer.forget();
  }
}
