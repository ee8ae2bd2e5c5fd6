import { SqliteEventLog } from '../../../src/adapters/sqlite/log/sqlite-event-log.js';
import type { LogEvent } from '../../../src/ports/event-log.js';
import { wholeLog } from '../../contracts/whole-log.js';
import { TestClock } from '../test-clock.js';

/** Every event in a log file, which must have no gap and no time that goes back. */
export async function wholeLogFile(file: string): Promise<readonly LogEvent[]> {
  const log = await SqliteEventLog.open({ file, clock: new TestClock(0) });
  const events = await wholeLog(log);
  await log.close();
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  const times = events.map(({ recordedAt }) => recordedAt);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  return events;
}
