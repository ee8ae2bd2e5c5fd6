import { join } from 'node:path';
import { type LogMove, copyLog } from '../../src/copy-log.js';
import type { Copied } from '../../src/application/moving/copy-log.js';
import type { LogSite } from '../../src/config.js';
import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import type { LogEvent } from '../../src/ports/event-log.js';
import { wholeLog } from '../contracts/whole-log.js';

/** A log in this directory, as a setting would name it. */
export function sqliteSiteIn(directory: string): Extract<LogSite, { readonly kind: 'sqlite' }> {
  return { kind: 'sqlite', file: join(directory, 'log.db'), textsFile: join(directory, 'log-texts.db') };
}

/** Moves the log, as nobody in particular and without a word. */
export function move(from: LogSite, to: LogSite, how: Partial<LogMove> = {}): Promise<Copied> {
  const { signal } = new AbortController();
  return copyLog({ from, to, instead: false, recorder: 'mover', signal, onProgress: () => undefined, ...how });
}

/** Every event of the log in the file. */
export async function eventsIn(file: string): Promise<readonly LogEvent[]> {
  const log = await SqliteEventLog.openExisting({ file, clock: new SystemClock() });
  const events = await wholeLog(log);
  await log.close();
  return events;
}
