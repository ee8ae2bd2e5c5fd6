import { beginning, type EventLog, type LogEvent } from '../../src/ports/event-log.js';

/** Every event of the log, read a few at a time as a projection does. */
export async function wholeLog(log: EventLog, limit = 100): Promise<readonly LogEvent[]> {
  const events: LogEvent[] = [];
  let batch = await log.readAll(beginning, limit);
  while (batch.events.length > 0) {
    events.push(...batch.events);
    batch = await log.readAll(batch.place, limit);
  }
  return events;
}
