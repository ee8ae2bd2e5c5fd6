import type { Append, LogBatch, LogEvent, LogPlace } from './event-log.js';
import type { Texts } from './texts.js';

/**
 * A log that is being made, as the copy of another. It takes events as they stand there, with their ids, sequences and
 * times, and is no log that anybody could open until it is finished. What was added stays, whatever becomes of the
 * process: whoever opens the copy again goes on where it ends.
 */
export abstract class LogCopy {
  /** What to call it, for people. */
  abstract readonly where: string;
  abstract readonly texts: Texts;
  /** Whether a log stands there that takes no more copied events: a finished copy, or one that never was a copy. */
  abstract readonly isFinished: boolean;
  /** Up to `limit` events after the place, those of a finished log too. @throws LogAway, LogNotReadable */
  abstract readAll(after: LogPlace, limit: number): Promise<LogBatch>;
  /**
   * Adds events that follow the last one; durable when it resolves. When it fails, some of them may have been added.
   * @throws LogAway, LogNotReadable when somebody else writes there
   */
  abstract add(events: readonly LogEvent[]): Promise<void>;
  /** Appends `LogCopied` and makes a log of the copy. Closes it. @throws as `add` */
  abstract finish(ending: Append): Promise<void>;
  /** Closing again does nothing. */
  abstract close(): Promise<void>;
}
