import { beginning, LogAway, LogNotReadable, type LogPlace } from '../../../src/ports/event-log.js';
import { newAppend, newEvent } from '../../contracts/new-append.js';
import { wholeLog } from '../../contracts/whole-log.js';
import { cancelled, unauthenticated, unavailable } from '../../support/eventstoredb/faults.js';
import { fastTiming } from '../../support/eventstoredb/fast-timing.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';
import { eventually } from '../../support/faults/eventually.js';

const never = new AbortController().signal;
const logs = TestLogs.forEachTest();

describe('following the log', () => {
  it.each([
    ['cancels it', cancelled],
    ['drops it', unavailable],
    ['ends it', 'end'],
  ] as const)('goes on after the last event when the server %s', async (_, how) => {
    const [reader, writer] = [logs.open(), logs.open()];
    const head = await reader.head();
    const appends = Array.from({ length: 12 }, () => newAppend({ events: [newEvent(), newEvent()] }));
    const followed: string[] = [];
    let place: LogPlace = head;
    for (const append of appends) {
      await writer.append(append);
      await reader.wake(place, never);
      logs.standIn.dropSubscriptions(how);
      const batch = await reader.readAll(place, 3);
      followed.push(...batch.events.map(({ id }) => id));
      ({ place } = batch);
    }
    followed.push(...(await reader.readAll(place, 100)).events.map(({ id }) => id));
    expect(followed).toEqual(appends.flatMap(({ events }) => events.map(({ id }) => id)));
  });

  it('reads batch after batch from one subscription', async () => {
    const log = logs.open();
    for (let appended = 0; appended < 20; appended += 1) await log.append(newAppend());
    const before = logs.standIn.calls.get('read') ?? 0;
    expect(await wholeLog(log, 2)).toHaveLength(21);
    expect(logs.standIn.calls.get('read')).toBe(before + 1);
  });

  it('makes the server wait for a slow reader', async () => {
    const log = logs.open();
    const data = JSON.stringify('x'.repeat(4_000));
    for (let appended = 0; appended < 30; appended += 1) {
      await log.append(newAppend({ events: Array.from({ length: 100 }, () => newEvent({ data })) }));
    }
    const { place } = await log.readAll(beginning, 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(logs.standIn.sent).toBeLessThan(2_000);
    expect((await log.readAll(place, 10_000)).events).toHaveLength(3_000);
  });

  it('numbers none of the events of others, and passes by what they say of their streams', async () => {
    const log = logs.open();
    for (let added = 0; added < 200; added += 1) {
      logs.addForeign(`other-${String(added)}`);
      logs.addForeign(`text:demarche.${String(added)}`);
      if (added % 50 === 0) await log.append(newAppend());
    }
    expect((await wholeLog(log)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(await log.head()).toMatchObject({ sequence: 5 });
  });

  it('never lets recorded time go back, though the clock of the server does', async () => {
    const log = logs.open();
    const times = [5_000, 7_000, 6_000, 6_500, 8_000];
    for (const time of times) {
      logs.standIn.now = () => time;
      await log.append(newAppend());
    }
    const { recordedAt } = (await wholeLog(log))[0]!;
    expect(recordedAt).toBe(5_000);
    expect((await wholeLog(log, 2)).map((event) => event.recordedAt)).toEqual([
      5_000, 5_000, 7_000, 7_000, 7_000, 8_000,
    ]);
  });
});

describe('a place that an earlier process came to', () => {
  it('is gone on from, with the same numbers and times', async () => {
    const before = logs.open();
    for (let appended = 0; appended < 5; appended += 1) await before.append(newAppend());
    const whole = await wholeLog(before);
    const { place } = await before.readAll(beginning, 3);
    await before.close();
    const after = logs.open();
    expect(await after.holds(whole[2]!.id, place)).toBe(true);
    expect(await after.head()).toMatchObject({ sequence: 6, recordedAt: whole[5]!.recordedAt });
    expect((await after.readAll(place, 100)).events).toEqual(whole.slice(3));
  });

  it('is not held when another event stands there, or none, or the place is of another kind of log', async () => {
    const log = logs.open();
    await log.append(newAppend({ events: [newEvent(), newEvent()] }));
    const whole = await wholeLog(log);
    const { place } = await log.readAll(beginning, 2);
    expect(await log.holds(whole[2]!.id, place)).toBe(false);
    expect(await log.holds(whole[1]!.id, { ...place, position: '1/1' })).toBe(false);
    expect(await log.holds(whole[1]!.id, { ...place, position: '999999/999999' })).toBe(false);
    expect(await log.holds(whole[1]!.id, { ...place, position: '2' })).toBe(false);
    expect(await log.holds(whole[1]!.id, place)).toBe(true);
  });
});

describe('a subscription that', () => {
  it('dies without a word is replaced', async () => {
    const [reader, writer] = [logs.open(), logs.open()];
    const { place } = await reader.readAll(beginning, 10);
    logs.standIn.muteSubscriptions();
    await writer.append(newAppend());
    await reader.wake(place, never);
    expect((await reader.readAll(place, 10)).events).toHaveLength(1);
  });

  it('was on a connection that was given up is replaced at once', async () => {
    const { url, faults, calls } = logs.standIn;
    const log = logs.open(url, { ...fastTiming, call: 200, silence: 60_000 });
    const { place } = await log.readAll(beginning, 10);
    const before = calls.get('append') ?? 0;
    faults.always('append', { with: 'silence' });
    const appending = Array.from({ length: 4 }, () => log.append(newAppend({ stream: `act-${crypto.randomUUID()}` })));
    await eventually(async () => expect((calls.get('append') ?? 0) - before).toBeGreaterThanOrEqual(8));
    faults.always('append', undefined);
    await Promise.all(appending);
    expect((await log.readAll(place, 10)).events).toHaveLength(4);
  });

  it('cannot be had for a while leaves the log away for as long', async () => {
    const log = logs.open();
    await log.append(newAppend());
    logs.standIn.faults.always('subscribe', { with: 'silence' });
    await expect(log.readAll(beginning, 10)).rejects.toThrow(LogAway);
    logs.standIn.faults.always('subscribe', { with: unavailable });
    await expect(log.readAll(beginning, 10)).rejects.toThrow('Connection dropped');
    logs.standIn.faults.always('subscribe', undefined);
    expect((await log.readAll(beginning, 10)).events).toHaveLength(2);
  });

  it('is refused for want of rights is not asked for again', async () => {
    const log = logs.open();
    await log.append(newAppend());
    logs.standIn.faults.always('subscribe', { with: unauthenticated });
    await expect(log.readAll(beginning, 10)).rejects.toThrow(LogNotReadable);
    await expect(log.head()).rejects.toThrow('denies access');
  });

  it('meets a server that goes away and comes again goes on', async () => {
    const log = logs.open();
    const { place } = await log.readAll(beginning, 10);
    await logs.standIn.stop();
    await log.wake(place, never);
    await expect(log.readAll(place, 10)).rejects.toThrow(LogAway);
    await logs.standIn.listen();
    const append = newAppend();
    await log.append(append);
    expect((await log.readAll(place, 10)).events.map(({ id }) => id)).toEqual([append.events[0]!.id]);
  });
});

describe('a log that loses what it held', () => {
  const mishaps: readonly [string, () => void, string][] = [
    ['a tombstone', () => logs.standIn.store.tombstone('demarche.act-a'), 'was deleted at revision 1'],
    ['a deletion', () => logs.standIn.store.delete('demarche.act-a'), 'was deleted or cut: its metadata has $tb'],
    ['an event of another program', () => logs.addForeign('demarche.act-a'), 'an event that is not ours, Foreign'],
  ];

  it.each(mishaps)('by %s is read up to there, and not beyond', async (_, mishap, message) => {
    const log = logs.open();
    await log.append(newAppend({ stream: 'act-a' }));
    const { place } = await log.readAll(beginning, 10);
    mishap();
    await log.append(newAppend({ stream: 'act-b' }));
    await expect(log.readAll(place, 10)).rejects.toThrow(LogNotReadable);
    await expect(log.readAll(place, 10)).rejects.toThrow(message);
    expect((await log.readAll(beginning, 10)).events).toHaveLength(2);
    expect((await log.head()).sequence).toBe(3);
  });
});
