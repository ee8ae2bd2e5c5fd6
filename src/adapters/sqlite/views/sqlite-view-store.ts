import type { Recorded, RowChange } from '../../../ports/projection.js';
import type { Checkpoint, ProjectedBatch, Seeding } from '../../../ports/view-store.js';
import { ViewStore } from '../../../ports/view-store.js';
import type { Database } from '../shared/driver.js';
import { CellWriter } from './cell-writer.js';
import { PlaceWriter } from './place-writer.js';
import { RowWriter } from './row-writer.js';
import { SqliteLogTree } from './sqlite-log-tree.js';
import { SqlitePast } from './sqlite-past.js';
import { TreeWriter } from './tree-writer.js';
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

const writeCheckpoint = `INSERT OR REPLACE INTO checkpoint (only, log_id, event_id, sequence, recorded_at, position,
  root) VALUES (1, ?, ?, ?, ?, ?, ?)`;

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
  private readonly cells: CellWriter;
  private readonly rows: RowWriter;
  private readonly tree: TreeWriter;
  private readonly places: PlaceWriter;
  private owned = false;
  private building = false;
  private lastMoment: number | null = null;

  constructor(
    private readonly views: ViewsConnection,
    private readonly place: ViewsPlace,
  ) {
    super();
    this.past = new SqlitePast(views);
    this.cells = new CellWriter(views);
    this.rows = new RowWriter(views, this.past, this.cells);
    this.tree = new TreeWriter(views, new SqliteLogTree(views));
    this.places = new PlaceWriter(views);
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
        this.forget();
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
      this.past.build();
      this.cells.build();
      this.tree.build();
    });
  }

  override finish(): void {
    this.guarded(() => {
      this.cells.finish();
      this.tree.finish();
      this.views.database.exec(`COMMIT; ${afterFilling} ${lateIndexes} ${sourceIndex}`);
      this.place.publish(this.views);
      this.views.database.exec(whileServing);
      this.building = false;
      this.forget();
    });
  }

  override write(batch: ProjectedBatch): readonly RowChange[] {
    const made: RowChange[] = [];
    const write = (): void => {
      for (const recorded of batch.events) {
        const changes = batch.project(recorded, this.past);
        for (const change of changes) this.rows.apply(recorded, change);
        for (const change of changes) this.past.follow(change, recorded.at.sequence);
        made.push(...(this.building ? [] : changes));
        this.noteMoment(recorded.at);
        this.tree.add(recorded.at);
      }
      this.rows.flush();
      this.writeCheckpoint(batch.checkpoint);
    };
    // What is being built is one transaction: nobody reads it before its end.
    this.guarded(this.building ? write : () => this.views.database.transaction(write).immediate());
    return made;
  }

  override close(): void {
    this.views.use(null);
    this.place.release();
  }

  private writeCheckpoint({ logId, eventId, place }: Checkpoint): void {
    const { sequence, recordedAt, position } = place;
    this.views.run(writeCheckpoint, logId, eventId, sequence, recordedAt, position, this.tree.root());
    this.places.note(place);
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
      this.forget();
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
    this.forget();
  }

  private forget(): void {
    this.past.forget();
    this.cells.forget();
    this.rows.forget();
    this.tree.forget();
    this.lastMoment = null;
    this.places.forget();
  }

  /** The first event of each distinct recorded time; the log's times never go back. */
  private noteMoment({ sequence, recordedAt }: Recorded['at']): void {
    this.lastMoment ??= this.checkpoint()?.place.recordedAt ?? -Infinity;
    if (recordedAt === this.lastMoment) return;
    this.rows.noteMoment(sequence, recordedAt);
    this.lastMoment = recordedAt;
  }
}
