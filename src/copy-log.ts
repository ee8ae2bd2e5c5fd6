import { Connection } from './adapters/eventstoredb/connection/connection.js';
import { EventStoreLogCopy } from './adapters/eventstoredb/copying/event-store-log-copy.js';
import { EventStoreLog } from './adapters/eventstoredb/log/event-store-log.js';
import { EventStoreTexts } from './adapters/eventstoredb/texts/event-store-texts.js';
import { SqliteLogCopy } from './adapters/sqlite/copying/sqlite-log-copy.js';
import { SqliteEventLog } from './adapters/sqlite/log/sqlite-event-log.js';
import { SqliteTexts } from './adapters/sqlite/texts/sqlite-texts.js';
import { SystemClock } from './adapters/system/system-clock.js';
import { type Copied, type CopyPlan, LogCopying } from './application/moving/copy-log.js';
import { BadConfig, type LogSite, placeOf } from './config.js';
import type { Clock } from './ports/clock.js';
import type { EventLog } from './ports/event-log.js';
import type { LogCopy } from './ports/log-copy.js';
import type { Texts } from './ports/texts.js';

/** From where to where, and how. */
export interface LogMove extends Pick<CopyPlan, 'instead' | 'recorder' | 'signal' | 'onProgress'> {
  readonly from: LogSite;
  readonly to: LogSite;
}

/**
 * Copies the log and its texts to another place, and seals it here.
 * @throws BadConfig for the same place or memory; CannotCopy, LogSealed, LogAway, LogNotReadable
 */
export async function copyLog({ from, to, ...how }: LogMove, clock: Clock = new SystemClock()): Promise<Copied> {
  const places = { from: placeOf(from), to: placeOf(to) };
  if (places.from === places.to) throw new BadConfig(`--from and --to are the same place, ${places.to}`);
  for (const site of [from, to]) {
    if (site.kind === 'sqlite' && site.file === ':memory:') throw new BadConfig('a log in memory cannot be copied');
  }
  const { log, texts } = await openLog(from, clock);
  let copy: LogCopy | undefined;
  try {
    await log.head();
    copy = await openCopy(to, clock);
    return await new LogCopying({ log, texts, copy, ...places, ...how }).run();
  } finally {
    await Promise.all([log.close(), texts.close(), copy?.close()]);
  }
}

async function openLog(site: LogSite, clock: Clock): Promise<{ readonly log: EventLog; readonly texts: Texts }> {
  if (site.kind === 'sqlite') {
    const log = await SqliteEventLog.openExisting({ file: site.file, clock });
    return { log, texts: await SqliteTexts.open({ file: site.textsFile }) };
  }
  const connection = new Connection(site.connectionString);
  return { log: new EventStoreLog(connection, site.prefix, true), texts: new EventStoreTexts(connection, site.prefix) };
}

function openCopy(site: LogSite, clock: Clock): Promise<LogCopy> {
  if (site.kind === 'sqlite') return SqliteLogCopy.open({ file: site.file, textsFile: site.textsFile, clock });
  return EventStoreLogCopy.open(new Connection(site.connectionString), site.prefix);
}
