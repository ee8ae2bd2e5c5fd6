import type { LogBatch, LogPlace } from '../../../src/ports/event-log.js';
import { FaultyLog } from './faulty-log.js';

/** Counts the events that whoever follows the log was given. */
export class CountingLog extends FaultyLog {
  eventsRead = 0;

  override async readAll(after: LogPlace, limit: number): Promise<LogBatch> {
    const batch = await super.readAll(after, limit);
    this.eventsRead += batch.events.length;
    return batch;
  }
}
