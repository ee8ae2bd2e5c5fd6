import { setTimeout as pause } from 'node:timers/promises';
import {
  EventLog,
  LogAway,
  type Append,
  type Appended,
  type LogBatch,
  type LogPlace,
  type StreamEvent,
} from '../../../src/ports/event-log.js';

/** A log that takes no appends, or is read an event at a time or slowly, as long as the test wants it so. */
export class FaultyLog extends EventLog {
  takesNothing = false;
  readsSingly = false;
  pauseBeforeRead = 0;

  constructor(private readonly log: EventLog) {
    super();
  }

  override async append(append: Append): Promise<Appended> {
    if (this.takesNothing) throw new LogAway('the disk is gone');
    return this.log.append(append);
  }

  override readStream(stream: string, known?: number): Promise<readonly StreamEvent[]> {
    return this.log.readStream(stream, known);
  }

  override async readAll(after: LogPlace, limit: number): Promise<LogBatch> {
    if (this.pauseBeforeRead > 0) await pause(this.pauseBeforeRead);
    return this.log.readAll(after, this.readsSingly ? 1 : limit);
  }

  override holds(eventId: string, place: LogPlace): Promise<boolean> {
    return this.log.holds(eventId, place);
  }

  override wake(after: LogPlace, signal: AbortSignal): Promise<void> {
    return this.log.wake(after, signal);
  }

  override head(): Promise<LogPlace> {
    return this.log.head();
  }

  override extent(): Promise<number | null> {
    return this.log.extent();
  }

  override close(): Promise<void> {
    return this.log.close();
  }
}
