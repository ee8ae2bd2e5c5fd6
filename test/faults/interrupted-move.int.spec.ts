import { rmSync } from 'node:fs';
import { Connection } from '../../src/adapters/eventstoredb/connection/connection.js';
import { EventStoreLogCopy } from '../../src/adapters/eventstoredb/copying/event-store-log-copy.js';
import { EventStoreLog } from '../../src/adapters/eventstoredb/log/event-store-log.js';
import { SqliteLogCopy } from '../../src/adapters/sqlite/copying/sqlite-log-copy.js';
import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { type LogSite, placeOf } from '../../src/config.js';
import { type LogEvent, LogAway } from '../../src/ports/event-log.js';
import type { LogCopy } from '../../src/ports/log-copy.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { newAppend, newEvent } from '../contracts/new-append.js';
import { wholeLog } from '../contracts/whole-log.js';
import { fastTiming } from '../support/eventstoredb/fast-timing.js';
import { logSiteOn } from '../support/eventstoredb/log-site.js';
import { StandIn } from '../support/eventstoredb/stand-in.js';
import { eventsIn, move, sqliteSiteIn } from '../support/moving.js';

const folder = temporaryFolders();
const clock = new SystemClock();
let standIn: StandIn;
let prefixes = 0;
beforeAll(async () => {
  standIn = await StandIn.start();
});
afterAll(() => standIn.stop());

/** A log of eight events, of which some of one stream follow each other. */
async function newLog(): Promise<ReturnType<typeof sqliteSiteIn>> {
  const site = sqliteSiteIn(folder());
  const log = await SqliteEventLog.open({ file: site.file, clock });
  await log.append(newAppend({ stream: 'act-a', events: [newEvent(), newEvent(), newEvent()] }));
  for (const stream of ['act-b', 'act-a', 'act-c', 'act-c']) await log.append(newAppend({ stream }));
  await log.close();
  return site;
}

interface Kind {
  newSite(): LogSite;
  copyAt(site: LogSite): Promise<LogCopy>;
  eventsAt(site: LogSite): Promise<readonly LogEvent[]>;
}

const sqlite: Kind = {
  newSite: () => sqliteSiteIn(folder()),
  copyAt: (site) => SqliteLogCopy.open({ ...(site as ReturnType<typeof sqliteSiteIn>), clock }),
  eventsAt: (site) => eventsIn((site as ReturnType<typeof sqliteSiteIn>).file),
};

const connect = (): Connection => new Connection(standIn.url, fastTiming);
const prefixOf = (site: LogSite): string => ('prefix' in site ? site.prefix : '');
const eventStore: Kind = {
  newSite: () => logSiteOn(standIn, `interrupted-${String((prefixes += 1))}.`),
  copyAt: (site) => EventStoreLogCopy.open(connect(), prefixOf(site)),
  eventsAt: async (site) => {
    const log = new EventStoreLog(connect(), prefixOf(site));
    const events = await wholeLog(log);
    await log.close();
    return events;
  },
};

describe.each([
  ['a SQLite file', sqlite],
  ['EventStoreDB', eventStore],
])('a move to %s', (_, { newSite, copyAt, eventsAt }) => {
  /** What a process leaves that was killed after so many events. */
  async function copyPartly(from: ReturnType<typeof sqliteSiteIn>, to: LogSite, count: number): Promise<void> {
    const copy = await copyAt(to);
    await copy.add((await eventsIn(from.file)).slice(0, count));
    await copy.close();
  }

  it.each([0, 1, 2, 3, 7, 8])('goes on where it was cut short after %d events', async (count) => {
    const [from, to] = [await newLog(), newSite()];
    await copyPartly(from, to, count);
    expect(await move(from, to)).toMatchObject({ events: 9, already: false });
    const [origin, copied] = [await eventsIn(from.file), await eventsAt(to)];
    expect(copied.slice(0, 9)).toEqual(origin);
    expect(copied).toHaveLength(10);
  });

  it('goes on where it was interrupted, whatever was recorded since, until the log is sealed', async () => {
    const [from, to] = [await newLog(), newSite()];
    const stop = new AbortController();
    await expect(move(from, to, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow('abort');
    const log = await SqliteEventLog.open({ file: from.file, clock });
    await log.append(newAppend({ stream: 'act-a' }));
    await log.close();
    expect(await move(from, to)).toMatchObject({ events: 10 });
    expect((await eventsAt(to)).slice(0, 10)).toEqual(await eventsIn(from.file));
  });

  it('goes on when the log was sealed and not yet copied whole', async () => {
    const [from, to, elsewhere] = [await newLog(), newSite(), newSite()];
    await move(from, elsewhere);
    await copyPartly(from, to, 9);
    await expect(move(from, to)).rejects.toThrow(`This log was moved to ${placeOf(elsewhere)}; record there.`);
    expect(await move(from, to, { instead: true })).toMatchObject({ events: 9, already: false });
    expect(await eventsAt(to)).toHaveLength(10);
  });

  it('does not go on with the copy of another log, nor with one that was changed', async () => {
    const [from, other, to] = [await newLog(), await newLog(), newSite()];
    await copyPartly(other, to, 3);
    await expect(move(from, to)).rejects.toThrow(
      /^What stands at .* is not the beginning of this log: event 1 has another id on the copy than in the log/,
    );
    const changed = newSite();
    const events = (await eventsIn(from.file)).slice(0, 4);
    const copy = await copyAt(changed);
    await copy.add(events.map((event) => (event.sequence === 3 ? { ...event, data: '{"changed":true}' } : event)));
    await copy.close();
    await expect(move(from, changed)).rejects.toThrow('event 3 has another data on the copy than in the log');
    expect((await eventsIn(from.file)).at(-1)).toMatchObject({ type: 'StatementMade' });
  });
});

describe('a move', () => {
  it('to where texts lie without their log is refused, and makes nothing', async () => {
    const [from, to] = [await newLog(), await newLog()];
    await (await SqliteLogCopy.open({ ...to, clock })).close();
    rmSync(to.file);
    await expect(move(from, to)).rejects.toThrow(`there are texts without their log in ${to.textsFile}`);
  });

  it('by two processes at once is the work of one of them', async () => {
    const to = sqliteSiteIn(folder());
    const one = await SqliteLogCopy.open({ ...to, clock });
    await expect(SqliteLogCopy.open({ ...to, clock })).rejects.toThrow(LogAway);
    await one.close();
  });

  it.each([
    ['nowhere', () => ({ ...sqliteSiteIn(folder()) }), /cannot be opened/],
    ['an EventStoreDB without one', () => logSiteOn(standIn, 'empty.'), /there is no log in the streams that begin/],
  ])('of a log that is %s is refused, and makes none', async (_, from, message) => {
    const [origin, to] = [from(), sqliteSiteIn(folder())];
    await expect(move(origin, to)).rejects.toThrow(message);
    await expect(eventsIn(to.file)).rejects.toThrow(/cannot be opened/);
    expect(standIn.store.readable('empty.log')).toBeUndefined();
  });

  it('to the same place, or of a log in memory, is refused', async () => {
    const from = await newLog();
    await expect(move(from, from)).rejects.toThrow('--from and --to are the same place');
    const inMemory: LogSite = { kind: 'sqlite', file: ':memory:', textsFile: ':memory:' };
    await expect(move(from, inMemory)).rejects.toThrow('a log in memory cannot be copied');
  });
});
