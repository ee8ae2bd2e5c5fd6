import type { Recorded, RowChange } from '../../../ports/projection.js';
import type { Checkpoint, ProjectedBatch } from '../../../ports/view-store.js';
import { CellWriter } from './cell-writer.js';
import { PlaceWriter } from './place-writer.js';
import { RowWriter } from './row-writer.js';
import { SqliteLogTree } from './sqlite-log-tree.js';
import { SqlitePast } from './sqlite-past.js';
import { SqlitePresent } from './sqlite-present.js';
import { TreeWriter } from './tree-writer.js';
import { TupleWriter } from './tuple-writer.js';
import type { ViewsConnection } from './views-connection.js';

/** Writes what batches make of the views, event by event; what is in memory for that is only good for one file. */
export class BatchWriter {
  private readonly past: SqlitePast;
  private readonly present: SqlitePresent;
  private readonly cells: CellWriter;
  private readonly rows: RowWriter;
  private readonly tree: TreeWriter;
  private readonly places: PlaceWriter;
  private lastMoment: number | null = null;
  private building = false;
  /** Where a build stands. */
  private reached: Checkpoint | null = null;

  constructor(private readonly views: ViewsConnection) {
    const actSources = new TupleWriter(views, 'act_sources', ['sequence', 'source', 'effective']);
    this.past = new SqlitePast(views, actSources);
    this.cells = new CellWriter(views);
    this.present = new SqlitePresent(views, this.past, this.cells);
    this.rows = new RowWriter(views, { past: this.past, cells: this.cells, actSources });
    this.tree = new TreeWriter(views, new SqliteLogTree(views));
    this.places = new PlaceWriter(views);
  }

  /** Begins to fill a file from nothing. */
  build(): void {
    this.building = true;
    this.past.build();
    this.present.build();
    this.cells.build();
    this.tree.build();
  }

  /** Writes what was kept in memory while building. */
  finish(): void {
    if (this.reached) this.commit(this.reached);
    this.cells.finish();
    this.tree.finish();
  }

  /** Goes on with another file, or after a write that failed. */
  forget(): void {
    this.past.forget();
    this.present.forget();
    this.cells.forget();
    this.rows.forget();
    this.tree.forget();
    this.places.forget();
    this.lastMoment = null;
    this.building = false;
    this.reached = null;
  }

  /** Gives the changes made, in order; none while building, which nobody follows. `standing`: the views before. */
  write(batch: ProjectedBatch, standing: () => Checkpoint | null): readonly RowChange[] {
    this.lastMoment ??= standing()?.place.recordedAt ?? -Infinity;
    const made: RowChange[] = [];
    for (const recorded of batch.events) {
      const changes = this.apply(recorded, batch.project(recorded, this.past));
      const derived = this.apply(recorded, batch.derive(recorded, changes, this.present));
      if (!this.building) made.push(...changes, ...derived);
      this.noteMoment(recorded.at);
      this.tree.add(recorded.at);
    }
    this.places.note(batch.checkpoint.place);
    if (this.building) this.reached = batch.checkpoint;
    else this.commit(batch.checkpoint);
    return made;
  }

  private commit(checkpoint: Checkpoint): void {
    this.rows.flush();
    this.writeCheckpoint(checkpoint);
  }

  private apply(recorded: Recorded, changes: readonly RowChange[]): readonly RowChange[] {
    for (const change of changes) this.rows.apply(recorded, change);
    for (const change of changes) {
      this.past.follow(change, recorded.at.sequence);
      this.present.follow(change);
    }
    return changes;
  }

  /** The first event of each distinct recorded time; the log's times never go back. */
  private noteMoment({ sequence, recordedAt }: Recorded['at']): void {
    if (recordedAt === this.lastMoment) return;
    this.rows.noteMoment(sequence, recordedAt);
    this.lastMoment = recordedAt;
  }

  private writeCheckpoint({ logId, eventId, place }: Checkpoint): void {
    const { sequence, recordedAt, position } = place;
    this.views.run(writeCheckpoint, logId, eventId, sequence, recordedAt, position, this.tree.root());
  }
}

const writeCheckpoint = `INSERT OR REPLACE INTO checkpoint (only, log_id, event_id, sequence, recorded_at, position,
  root) VALUES (1, ?, ?, ?, ?, ?, ?)`;
