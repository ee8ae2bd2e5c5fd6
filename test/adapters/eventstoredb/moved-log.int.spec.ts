import { type EventData } from '@eventstore/db-client';
import { copyToStore, eventToStore } from '../../../src/adapters/eventstoredb/log/stored-event.js';
import { beginning, type LogEvent, LogAway, LogSealed } from '../../../src/ports/event-log.js';
import { newAppend, newEvent } from '../../contracts/new-append.js';
import { sealing } from '../../contracts/sealing.js';
import { wholeLog } from '../../contracts/whole-log.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';

const logs = TestLogs.forEachTest();

describe('an append that reaches the server after the log was moved', () => {
  it('is no part of the log, though its process did not know and the server took it', async () => {
    const [unaware, mover] = [logs.open(), logs.open()];
    await unaware.append(newAppend({ stream: 'act-a' }));
    await mover.append(sealing('sqlite:/new/log.db'));
    const late = newAppend({ stream: 'act-a', expected: 0 });
    await unaware.append(late);
    expect(logs.standIn.store.readable('demarche.act-a')).toHaveLength(2);
    for (const log of [unaware, mover, logs.open()]) {
      expect((await wholeLog(log)).map(({ type }) => type)).toEqual(['LogOpened', 'StatementMade', 'LogMoved']);
      expect(await log.head()).toMatchObject({ sequence: 3 });
      expect(await log.readStream('act-a')).toHaveLength(1);
      await expect(log.append(late)).rejects.toThrow(LogSealed);
    }
  });
});

/** When the copied events were recorded, and when the server got them. */
const [before, now] = [Date.UTC(2020, 0, 1), Date.UTC(2026, 0, 1)];

/** As it would stand in another log. */
function event(stream: string, sequence: number, revision: number, change: Partial<LogEvent> = {}): LogEvent {
  const { events, expected: _, ...envelope } = newAppend({ stream });
  return { ...envelope, ...events[0]!, stream, sequence, revision, recordedAt: before + sequence, ...change };
}

/** Writes past the adapter, as whoever has access to the server can. */
function smuggle(stream: string, { id, type, data, metadata }: EventData): void {
  const bytes = new TextEncoder().encode(JSON.stringify(metadata));
  const stored = { id: id, type, contentType: 'application/octet-stream', data: data as Uint8Array, metadata: bytes };
  logs.standIn.store.append(`demarche.${stream}`, 'any', [stored]);
}

function smuggleCopied(...events: readonly LogEvent[]): void {
  for (const copied of events) smuggle(copied.stream, copyToStore(copied));
}

function smuggleOwn(stream: string, type: string, data: unknown): void {
  smuggle(stream, eventToStore(newAppend({ stream }), newEvent({ type, data: JSON.stringify(data) })));
}

const opened = event('log', 1, 0, { type: 'LogOpened', data: '{"logId":"x","format":1}' });
const moved = event('log', 3, 1, { type: 'LogMoved', data: '{"to":"here"}' });
const copied = (events: number): readonly [string, string, unknown] => ['log', 'LogCopied', { from: 'there', events }];

describe('the time that an event brings along', () => {
  beforeEach(() => {
    logs.standIn.now = () => now;
  });

  it('counts for what was copied, up to LogCopied, and for nothing after it', async () => {
    smuggleCopied(opened, event('act-a', 2, 0), moved);
    smuggleOwn(...copied(3));
    smuggleCopied(event('act-a', 5, 1, { recordedAt: before }));
    const times = (await wholeLog(logs.open())).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([before + 1, before + 2, before + 3, now, now]);
  });

  it('counts for nothing in a log that began here', async () => {
    await logs.open().append(newAppend({ stream: 'act-a' }));
    smuggleCopied(event('act-a', 3, 1, { recordedAt: before }));
    smuggleOwn(...copied(3));
    expect((await wholeLog(logs.open())).map(({ recordedAt }) => recordedAt)).toEqual([now, now, now, now]);
  });

  it('lets nobody open a log while it is copied there', async () => {
    smuggleCopied(opened, event('act-a', 2, 0), moved);
    const log = logs.open();
    await expect(log.head()).rejects.toThrow(LogAway);
    await expect(log.append(newAppend())).rejects.toThrow('a copy into this log is under way; wait until it is done');
    smuggleOwn(...copied(3));
    expect(await log.head()).toMatchObject({ sequence: 4 });
  });

  it.each([
    ['that somebody wrote to meanwhile', () => smuggleOwn('act-b', 'StatementMade', {}), copied(3), 'event 3 is not'],
    ['whose end counts too few', () => undefined, copied(2), 'event 3 is not what was copied here'],
    ['whose end counts too many', () => undefined, copied(4), 'event 4 is not what was copied here'],
    ['with another end', () => undefined, ['log', 'LogOpened', {}] as const, 'goes on without LogCopied'],
  ])('cannot be believed in a copy %s', async (_, meddle, end, message) => {
    smuggleCopied(opened, event('act-a', 2, 0));
    meddle();
    smuggleCopied(moved);
    smuggleOwn(...end);
    await expect(readToEnd()).rejects.toThrow(message);
  });

  async function readToEnd(): Promise<void> {
    const log = logs.open();
    const { place } = await log.readAll(beginning, 10);
    await log.readAll(place, 10);
  }
});
