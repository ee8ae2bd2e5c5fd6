/**
 * What the stream must be for an append to succeed: absent, at exactly this revision, or anything. `new-stream` is
 * absent too, and says that its name was made up for this append: nobody can have written there, so that a log need not
 * look before it writes, nor tell a repeat.
 */
export type Expected = 'new-stream' | 'no-stream' | 'any' | number;

/** An event as it is stored: `data` is JSON text, kept to the byte. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
}

export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly recorder: string;
  readonly assurance: 'asserted';
  /** The command that wrote these events; a repeat of it is recognised. */
  readonly command: string;
  readonly correlation: string;
  readonly causation: string | null;
  readonly events: readonly NewEvent[];
}

export interface StreamEvent extends NewEvent {
  readonly stream: string;
  /** 0, 1, 2 … within the stream. */
  readonly revision: number;
  readonly recorder: string;
  readonly assurance: 'asserted';
  readonly command: string;
  readonly correlation: string;
  readonly causation: string | null;
}

/** An event in its place in the whole log: `sequence` 1, 2, 3 …; `recordedAt` in milliseconds, never going back. */
export interface LogEvent extends StreamEvent {
  readonly sequence: number;
  readonly recordedAt: number;
}

/** A place in the log to go on after. `position` is the adapter's own and means nothing to anyone else. */
export interface LogPlace {
  readonly sequence: number;
  readonly recordedAt: number | null;
  readonly position: string;
}

export const beginning: LogPlace = { sequence: 0, recordedAt: null, position: '' };

/** Events in log order and the place after the last of them. */
export interface LogBatch {
  readonly events: readonly LogEvent[];
  readonly place: LogPlace;
}

export interface Appended {
  /** Revision of the last event written. */
  readonly revision: number;
  /** True when this very command had been appended before, and nothing was written now. */
  readonly repeated: boolean;
}

/** The stream is not as expected; `revision` is its last one, −1 when it does not exist. */
export class WrongRevision extends Error {
  override readonly name = 'WrongRevision';
  constructor(
    readonly stream: string,
    readonly revision: number,
  ) {
    super(`stream ${stream} is at revision ${String(revision)}`);
  }
}

/** An event with this id was appended before, with other content. */
export class EventIdInUse extends Error {
  override readonly name = 'EventIdInUse';
  constructor(readonly eventId: string) {
    super(`an event ${eventId} with other content exists`);
  }
}

/** More than a log takes in one append; nothing of it was sent. */
export class AppendTooLarge extends RangeError {
  override readonly name = 'AppendTooLarge';
  constructor(
    readonly stream: string,
    readonly bytes: number,
    readonly bytesMax: number,
  ) {
    super(`an append to ${stream} of ${String(bytes)} bytes, where a log takes ${String(bytesMax)}`);
  }
}

/** The log cannot be reached or cannot write; nothing of this append was acknowledged, and it may be tried again. */
export class LogAway extends Error {
  override readonly name = 'LogAway';
}

/** The log goes on at another place, and takes nothing more here; trying again will not help. */
export class LogSealed extends Error {
  override readonly name = 'LogSealed';
  constructor(readonly to: string) {
    super(`This log was moved to ${to}; record there.`);
  }
}

/** The log is of a kind that this program does not know, or was written by a newer release. */
export class LogNotReadable extends Error {
  override readonly name = 'LogNotReadable';
}

/**
 * The append-only log: the only truth. What `append` acknowledged is durable, is never changed, and comes back in the
 * same order to every reader. Appending the same events by the same command again writes nothing and succeeds,
 * whatever the stream has become since and whatever it expects; an event id that the stream has with other content is
 * refused before anything is expected of it. An append of several events is written whole or not at all. A log begins
 * with `LogOpened {logId, format}` on the stream `log`; it ends for good with `LogMoved {to}` there, unless that came
 * with a copy, where `LogCopied` follows it. An append that reaches the store after `LogMoved` is no part of the log,
 * though a store without transactions may have taken it: who answers for an append to others reads it back first.
 */
export abstract class EventLog {
  /**
   * @throws WrongRevision, EventIdInUse, AppendTooLarge, LogSealed, LogAway, RangeError for no events or a lone
   * surrogate, which has no UTF-8
   */
  abstract append(append: Append): Promise<Appended>;
  /**
   * Every event of the stream in order; empty when there is none. `known`: how many there are for certain, since the
   * caller has seen them; who answers with fewer is behind, and is not believed. @throws LogAway
   */
  abstract readStream(stream: string, known?: number): Promise<readonly StreamEvent[]>;
  /** Up to `limit` events after the place. @throws LogAway */
  abstract readAll(after: LogPlace, limit: number): Promise<LogBatch>;
  /** Resolves when there may be events after the place, whoever wrote them, when the signal aborts, or on closing. */
  abstract wake(after: LogPlace, signal: AbortSignal): Promise<void>;
  /** Whether this very event stands at this place; views that were built from another log fail it. @throws LogAway */
  abstract holds(eventId: string, place: LogPlace): Promise<boolean>;
  /** The place of the last event. @throws LogAway */
  abstract head(): Promise<LogPlace>;
  /**
   * About how many events there are, for who shows progress: what counting them would cost as much as reading them is
   * judged from the part that was read. Null as long as there is nothing to judge from. @throws LogAway
   */
  abstract extent(): Promise<number | null>;
  /** Answers what was appended before; from then on everything else is `LogAway`. Closing again does nothing. */
  abstract close(): Promise<void>;
}
