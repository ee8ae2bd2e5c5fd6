import { join } from 'node:path';
import { jest } from '@jest/globals';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { WrongRevision, type LogEvent } from '../../../../src/ports/event-log.js';
import { newAppend } from '../../../contracts/new-append.js';
import { wholeLog } from '../../../contracts/whole-log.js';
import { compileSourcesInto } from '../shared/compiled-sources.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';
import { Appender } from './appender.js';

// Starting another process takes long on a machine that is busy.
jest.setTimeout(60_000);

const folder = temporaryFolders();
const sources = compileSourcesInto(folder());
const clock = new HandSetClock();
const never = new AbortController().signal;

function expectOrder(events: readonly LogEvent[]): void {
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  const times = events.map(({ recordedAt }) => recordedAt);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
}

describe('a log that several processes append to', () => {
  it('is made once when several open it for the first time together', async () => {
    const file = join(folder(), 'log.db');
    const appenders = ['a', 'b', 'c'].map((name) => new Appender(sources, { file, name, count: 40 }));
    expect(await Promise.all(appenders.map((appender) => appender.end()))).toEqual([0, 0, 0]);
    const log = await SqliteEventLog.open({ file, clock });
    const events = await wholeLog(log);
    await log.close();
    expect(events.filter(({ type }) => type === 'LogOpened')).toHaveLength(1);
    expect(events).toHaveLength(121);
    expectOrder(events);
  });

  it('keeps one order, without gaps, for all of them', async () => {
    const file = join(folder(), 'log.db');
    const log = await SqliteEventLog.open({ file, clock });
    const other = new Appender(sources, { file, name: 'other', count: 200 });
    const ended = other.end();
    while (other.acknowledged.length < 200 && other.isRunning) await log.append(newAppend());
    expect(await ended).toBe(0);
    const events = await wholeLog(log);
    await log.close();
    expect(other.acknowledged).toHaveLength(200);
    expect(events.map(({ id }) => id)).toEqual(expect.arrayContaining([...other.acknowledged]));
    expectOrder(events);
  });

  it('wakes who waits in one when another appends', async () => {
    const file = join(folder(), 'log.db');
    const log = await SqliteEventLog.open({ file, clock });
    const head = await log.head();
    const ended = new Appender(sources, { file, name: 'other', count: 1 }).end();
    await log.wake(head, never);
    expect((await log.readAll(head, 10)).events.map(({ id }) => id)).toEqual(['other-0']);
    await ended;
    await log.close();
  });
});

describe('a log that is open twice in one process', () => {
  it('is one log', async () => {
    const file = join(folder(), 'log.db');
    const [one, two] = [await SqliteEventLog.open({ file, clock }), await SqliteEventLog.open({ file, clock })];
    const stream = 'act-shared';
    expect(await one.append(newAppend({ stream, expected: 'no-stream' }))).toMatchObject({ revision: 0 });
    expect(await two.append(newAppend({ stream, expected: 0 }))).toMatchObject({ revision: 1 });
    await expect(one.append(newAppend({ stream, expected: 0 }))).rejects.toEqual(new WrongRevision(stream, 1));
    expect(await wholeLog(one)).toEqual(await wholeLog(two));
    await Promise.all([one.close(), two.close()]);
  });
});
