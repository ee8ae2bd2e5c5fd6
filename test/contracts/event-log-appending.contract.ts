import { AppendTooLarge, LogAway, WrongRevision, type Appended, type EventLog } from '../../src/ports/event-log.js';
import { newAppend, newEvent } from './new-append.js';
import { wholeLog } from './whole-log.js';

function written(revision: number): Appended {
  return { revision, repeated: false };
}

/** JSON that a parser and writer between would not give back as it was. */
const awkward = [
  '{ "spaces" :  1 }\n',
  '{"b":1,"a":2,"b":3}',
  '[1.0,-0,1e400,12345678901234567890]',
  '"\\u0000 \\ud800 \\/"',
  '"Здравствуйте 👋🏽 e\u0301 \u2028 \uFEFF"',
  '""',
];

export function describeAppending(open: () => Promise<EventLog>): void {
  describe('appending', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await open();
    });
    afterEach(() => log.close());

    it('answers the revision of the last event written', async () => {
      const stream = 'issue-mediation';
      expect(await log.append(newAppend({ stream }))).toEqual(written(0));
      expect(await log.append(newAppend({ stream, events: [newEvent(), newEvent()] }))).toEqual(written(2));
      expect(await log.append(newAppend({ stream }))).toEqual(written(3));
    });

    it('gives everything back as it was appended', async () => {
      const {
        events,
        expected: _,
        ...envelope
      } = newAppend({
        events: [newEvent({ type: 'ThreatIssued', schemaVersion: 2 }), newEvent()],
        correlation: '00000000-0000-4000-9000-000000000001',
        causation: '00000000-0000-4000-9000-000000000002',
      });
      await log.append({ ...envelope, expected: 'any', events });
      const stored = events.map((event, revision) => ({ ...envelope, ...event, revision }));
      expect(await log.readStream(envelope.stream)).toEqual(stored.map((event) => expect.objectContaining(event)));
      expect((await wholeLog(log)).slice(1)).toEqual(stored.map((event) => expect.objectContaining(event)));
    });

    it.each(awkward)('keeps %j to the byte', async (data) => {
      const { stream, ...append } = newAppend({ events: [newEvent({ data })] });
      await log.append({ stream, ...append });
      expect((await log.readStream(stream))[0]?.data).toBe(data);
    });

    it('refuses an append without events', async () => {
      await expect(log.append(newAppend({ events: [] }))).rejects.toThrow(RangeError);
    });

    it('takes almost a million bytes, and says how many are too many', async () => {
      const data = JSON.stringify('é'.repeat(499_500));
      expect(await log.append(newAppend({ events: [newEvent({ data })] }))).toEqual(written(0));
      const refused = newAppend({ events: [newEvent({ data }), newEvent({ data })] });
      await expect(log.append(refused)).rejects.toThrow(AppendTooLarge);
      await expect(log.append(refused)).rejects.toMatchObject({ stream: refused.stream, bytesMax: 1_000_000 });
      expect(await wholeLog(log)).toHaveLength(2);
    });

    it('refuses a lone surrogate instead of changing it', async () => {
      await expect(log.append(newAppend({ events: [newEvent({ data: '"\ud800"' })] }))).rejects.toThrow(RangeError);
      await expect(log.append(newAppend({ recorder: '\udc00' }))).rejects.toThrow(RangeError);
      expect(await wholeLog(log)).toHaveLength(1);
    });

    it('writes to a new stream only when none is expected', async () => {
      const stream = 'party-france';
      expect(await log.append(newAppend({ stream, expected: 'no-stream' }))).toEqual(written(0));
      await expect(log.append(newAppend({ stream, expected: 'no-stream' }))).rejects.toEqual(
        new WrongRevision(stream, 0),
      );
    });

    it('writes to a stream whose name was made up for it, and refuses where there is one after all', async () => {
      const stream = 'act-made-up';
      expect(await log.append(newAppend({ stream, expected: 'new-stream' }))).toEqual(written(0));
      const refused = log.append(newAppend({ stream, expected: 'new-stream' }));
      await expect(refused).rejects.toEqual(new WrongRevision(stream, 0));
      expect(await log.readStream(stream)).toHaveLength(1);
    });

    it('writes after exactly the revision that is expected', async () => {
      const stream = 'party-france';
      await log.append(newAppend({ stream, events: [newEvent(), newEvent()] }));
      expect(await log.append(newAppend({ stream, expected: 1 }))).toEqual(written(2));
      await expect(log.append(newAppend({ stream, expected: 1 }))).rejects.toEqual(new WrongRevision(stream, 2));
      await expect(log.append(newAppend({ stream, expected: 3 }))).rejects.toEqual(new WrongRevision(stream, 2));
    });

    it('says −1 for the revision of a stream that does not exist', async () => {
      const refusal = new WrongRevision('party-nowhere', -1);
      await expect(log.append(newAppend({ stream: 'party-nowhere', expected: 0 }))).rejects.toEqual(refusal);
      await expect(log.append(newAppend({ stream: 'party-nowhere', expected: -1 }))).rejects.toEqual(refusal);
    });

    it('writes several events whole or not at all', async () => {
      const refused = newAppend({ expected: 5, events: [newEvent(), newEvent()] });
      await expect(log.append(refused)).rejects.toThrow(WrongRevision);
      expect(await log.readStream(refused.stream)).toEqual([]);
      expect(await wholeLog(log)).toHaveLength(1);
    });

    it('lets exactly one of several win that expect the same', async () => {
      const stream = 'act-contested';
      const rivals = Array.from({ length: 5 }, () => log.append(newAppend({ stream, expected: 'no-stream' })));
      const outcomes = await Promise.allSettled(rivals);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await log.readStream(stream)).toHaveLength(1);
    });

    it('does not let a refused append harm its neighbours', async () => {
      const good = newAppend();
      const bad = newAppend({ expected: 7 });
      const fine = newAppend();
      const outcomes = await Promise.allSettled([good, bad, fine].map((append) => log.append(append)));
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await log.readStream(good.stream)).toHaveLength(1);
      expect(await log.readStream(fine.stream)).toHaveLength(1);
      expect(await wholeLog(log)).toHaveLength(3);
    });

    it('answers each of a thousand appends at once with its own result', async () => {
      const appends = Array.from({ length: 1000 }, (_, index) => newAppend({ stream: `act-${index % 10}` }));
      const answers = await Promise.all(appends.map((append) => log.append(append)));
      const stored = new Map((await wholeLog(log)).map(({ id, revision }) => [id, revision]));
      expect(answers).toEqual(appends.map(({ events }) => written(stored.get(events[0]!.id)!)));
    });
  });

  describe('closing', () => {
    it('answers what was appended before', async () => {
      const log = await open();
      const appends = [log.append(newAppend()), log.append(newAppend())];
      await log.close();
      expect(await Promise.all(appends)).toEqual([written(0), written(0)]);
    });

    it('may be done twice, also at once', async () => {
      const log = await open();
      await Promise.all([log.close(), log.close()]);
      await expect(log.close()).resolves.toBeUndefined();
    });

    it('puts the log away', async () => {
      const log = await open();
      const head = await log.head();
      await log.close();
      await expect(log.append(newAppend())).rejects.toThrow(LogAway);
      await expect(log.readStream('log')).rejects.toThrow(LogAway);
      await expect(log.readAll(head, 1)).rejects.toThrow(LogAway);
      await expect(log.head()).rejects.toThrow(LogAway);
    });
  });
}
