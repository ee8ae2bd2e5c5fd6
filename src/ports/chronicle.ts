import type { LogPlace } from './event-log.js';

/** An event's place and time in the log, as this node has projected it. */
export interface Moment {
  readonly sequence: number;
  readonly recordedAt: number;
}

/** When what was recorded, as far as this node has projected the log. */
export abstract class Chronicle {
  /** When the event with this sequence was recorded; null for sequence 0. */
  abstract recordedAt(sequence: number): number | null;
  /** The last projected event recorded at or before the time; null when there is none. */
  abstract lastBy(time: number): Moment | null;
  /** Where the event with this revision of the stream stands; null while it is not projected. */
  abstract find(stream: string, revision: number): Moment | null;
  /** How many events of the stream are projected. */
  abstract countOf(stream: string): number;
  /** A place in the log at or before the sequence, few hundred events away, to read on from. */
  abstract placeBefore(sequence: number): LogPlace;
}
