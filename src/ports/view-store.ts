import type { LogPlace } from './event-log.js';
import type { Past, Present, Recorded, RowChange } from './projection.js';

/** How far the views have come in which log. */
export interface Checkpoint {
  readonly logId: string;
  readonly place: LogPlace;
  readonly eventId: string;
}

/** What became of the views that a node was given to begin with; `refused` says why they cannot be used. */
export interface Seeding {
  readonly file: string;
  readonly refused: string | null;
}

/** Events in log order, what to make of each, and where the views stand after them. */
export interface ProjectedBatch {
  readonly events: readonly Recorded[];
  readonly checkpoint: Checkpoint;
  project(recorded: Recorded, past: Past): readonly RowChange[];
  /** What follows from those changes, once they are written. */
  derive(recorded: Recorded, changes: readonly RowChange[], present: Present): readonly RowChange[];
}

/**
 * The views' file cannot be written just now (a full disk, say); nothing of the batch was kept, and it may be tried
 * again.
 */
export class ViewsAway extends Error {
  override readonly name = 'ViewsAway';
}

/**
 * The file that all views of a node share. It is disposable: whatever is in it can be made again from the log. One
 * process owns it and writes; others read what the owner wrote.
 */
export abstract class ViewStore {
  /** The version of the views' meaning and layout; another version is another file. */
  abstract readonly version: number;
  /** Becomes the owner unless another process is; false while another is. The lock dies with its process. */
  abstract own(): boolean;
  /** Looks again at what another owner wrote: a file that it finished or replaced. */
  abstract refresh(): void;
  /** Of the finished views; null when there are none, or none that can be read. */
  abstract checkpoint(): Checkpoint | null;
  /**
   * Takes another node's views, where some were given to begin with, as the finished ones. Null where none were given;
   * else why they were not taken, or that they were.
   */
  abstract seed(): Seeding | null;
  /** Begins to build from nothing, beside the finished views if there are any; `write` fills it until `finish`. */
  abstract build(): void;
  /** Makes what was built the finished views. */
  abstract finish(): void;
  /** Rows and checkpoint in one transaction: all of the batch or nothing. Gives the changes made, in order. */
  abstract write(batch: ProjectedBatch): readonly RowChange[];
  abstract close(): void;
}
