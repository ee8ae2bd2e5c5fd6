import { beginning, type EventLog, LogAway, type LogPlace } from '../../src/ports/event-log.js';
import { newAppend, newEvent } from './new-append.js';
import { wholeLog } from './whole-log.js';

const never = new AbortController().signal;

export function describeReading(open: () => Promise<EventLog>): void {
  describe('reading', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await open();
    });
    afterEach(() => log.close());

    it('begins with the opening of the log', async () => {
      const [opened, ...others] = await wholeLog(log);
      expect(opened).toMatchObject({ stream: 'log', revision: 0, type: 'LogOpened', schemaVersion: 1, sequence: 1 });
      expect(JSON.parse(opened!.data)).toEqual({ logId: expect.stringMatching(/^[0-9a-f-]{36}$/), format: 1 });
      expect(others).toEqual([]);
    });

    it('gives every log an identity of its own', async () => {
      const other = await open();
      const [[here], [there]] = await Promise.all([wholeLog(log), wholeLog(other)]);
      await other.close();
      expect(here!.data).not.toBe(there!.data);
    });

    it('finds nothing in a stream that does not exist', async () => {
      expect(await log.readStream('act-unknown')).toEqual([]);
    });

    it('believes no answer with fewer events of a stream than were seen', async () => {
      const append = newAppend();
      await log.append(append);
      expect(await log.readStream(append.stream, 1)).toHaveLength(1);
      await expect(log.readStream(append.stream, 2)).rejects.toThrow(LogAway);
      await expect(log.readStream('act-unknown', 1)).rejects.toThrow(LogAway);
    }, 30_000);

    it('finds the events of one stream only, in order', async () => {
      const appends = ['act-a', 'act-b', 'act-a'].map((stream) => newAppend({ stream }));
      for (const append of appends) await log.append(append);
      const ids = (await log.readStream('act-a')).map(({ id, revision }) => [revision, id]);
      expect(ids).toEqual([
        [0, appends[0]!.events[0]!.id],
        [1, appends[2]!.events[0]!.id],
      ]);
    });

    it('numbers all events 1, 2, 3 … in the order of their appending', async () => {
      const appends = [newAppend({ events: [newEvent(), newEvent()] }), newAppend(), newAppend()];
      for (const append of appends) await log.append(append);
      const all = await wholeLog(log);
      expect(all.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
      expect(all.slice(1).map(({ id }) => id)).toEqual(appends.flatMap(({ events }) => events.map(({ id }) => id)));
    });

    it('never lets recorded time go back', async () => {
      for (let appended = 0; appended < 5; appended += 1) await log.append(newAppend());
      const times = (await wholeLog(log, 2)).map(({ recordedAt }) => recordedAt);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });

    it.each([1, 2, 3, 100])('gives the same events %d at a time', async (limit) => {
      await log.append(newAppend({ events: [newEvent(), newEvent(), newEvent(), newEvent()] }));
      const batch = await log.readAll(beginning, limit);
      expect(batch.events).toHaveLength(Math.min(limit, 5));
      expect(batch.place).toMatchObject({ sequence: Math.min(limit, 5), recordedAt: batch.events.at(-1)!.recordedAt });
      expect(await wholeLog(log, limit)).toEqual(await wholeLog(log));
    });

    it('stays in its place when nothing follows', async () => {
      const head = await log.head();
      const { events, place } = await log.readAll(head, 10);
      expect(events).toEqual([]);
      expect(place).toMatchObject({ sequence: head.sequence, recordedAt: head.recordedAt });
    });

    it('goes on after the head with what comes later', async () => {
      await log.append(newAppend());
      const head = await log.head();
      const later = newAppend();
      await log.append(later);
      const { events } = await log.readAll(head, 10);
      expect(events.map(({ sequence, id }) => [sequence, id])).toEqual([[3, later.events[0]!.id]]);
    });

    it('has its head at the last event', async () => {
      await log.append(newAppend({ events: [newEvent(), newEvent()] }));
      const last = (await wholeLog(log)).at(-1)!;
      expect(await log.head()).toMatchObject({ sequence: 3, recordedAt: last.recordedAt });
    });

    it('judges how many events there are by what was read of it', async () => {
      for (let count = 0; count < 20; count += 1) await log.append(newAppend());
      const { length } = await wholeLog(log);
      const extent = await log.extent();
      expect(extent).toBeGreaterThanOrEqual(length);
      expect(extent).toBeLessThanOrEqual(2 * length);
    });
  });

  describe('waiting for events', () => {
    let log: EventLog;
    let head: LogPlace;
    beforeEach(async () => {
      log = await open();
      head = await log.head();
    });
    afterEach(() => log.close());

    it('is over at once where there are some', async () => {
      await expect(log.wake(beginning, never)).resolves.toBeUndefined();
    });

    it('lasts until something is appended', async () => {
      const seen: string[] = [];
      const waiting = [log.wake(head, never), log.wake(head, never)].map((wake) => wake.then(() => seen.push('awake')));
      await new Promise((resolve) => setImmediate(resolve));
      seen.push('nothing yet');
      await log.append(newAppend());
      await Promise.all(waiting);
      expect(seen).toEqual(['nothing yet', 'awake', 'awake']);
    });

    it('is over when the signal aborts', async () => {
      const stop = new AbortController();
      const waiting = log.wake(head, stop.signal);
      stop.abort();
      await expect(waiting).resolves.toBeUndefined();
      await expect(log.wake(head, stop.signal)).resolves.toBeUndefined();
    });

    it('is over when the log closes', async () => {
      const waiting = log.wake(head, never);
      await log.close();
      await expect(waiting).resolves.toBeUndefined();
      await expect(log.wake(head, never)).resolves.toBeUndefined();
    });
  });
}
