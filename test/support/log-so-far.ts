import {
  beginning,
  EventLog,
  type Append,
  type Appended,
  type LogBatch,
  type LogPlace,
  type StreamEvent,
} from '../../src/ports/event-log.js';

/** A log as it was when it held no more than so many events: what a node saw before it crashed. */
export class LogSoFar extends EventLog {
  constructor(
    private readonly whole: EventLog,
    private readonly last: number,
  ) {
    super();
  }

  override append(append: Append): Promise<Appended> {
    return this.whole.append(append);
  }

  override readStream(stream: string, known?: number): Promise<readonly StreamEvent[]> {
    return this.whole.readStream(stream, known);
  }

  override readAll(after: LogPlace, limit: number): Promise<LogBatch> {
    return this.whole.readAll(after, Math.min(limit, Math.max(0, this.last - after.sequence)));
  }

  override holds(eventId: string, place: LogPlace): Promise<boolean> {
    return this.whole.holds(eventId, place);
  }

  override async wake(_after: LogPlace, signal: AbortSignal): Promise<void> {
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  }

  override async head(): Promise<LogPlace> {
    const { place } = await this.whole.readAll(beginning, this.last);
    return place;
  }

  override async extent(): Promise<number> {
    return (await this.head()).sequence;
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}
