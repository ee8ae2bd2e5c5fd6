import { EventIdInUse, type Append, type EventLog, type NewEvent } from '../../src/ports/event-log.js';
import { newAppend, newEvent } from './new-append.js';
import { wholeLog } from './whole-log.js';

export function describeRepeating(open: () => Promise<EventLog>): void {
  describe('repeating an append', () => {
    let log: EventLog;
    let first: Append;

    beforeEach(async () => {
      log = await open();
      first = newAppend({ expected: 'no-stream', events: [newEvent(), newEvent()] });
      await log.append(first);
    });
    afterEach(() => log.close());

    it('writes nothing and gives the first result', async () => {
      expect(await log.append(first)).toEqual({ revision: 1, repeated: true });
      expect(await log.readStream(first.stream)).toHaveLength(2);
    });

    it('does so whatever the stream has become since', async () => {
      await log.append(newAppend({ stream: first.stream, expected: 1 }));
      expect(await log.append(first)).toEqual({ revision: 1, repeated: true });
      expect(await log.readStream(first.stream)).toHaveLength(3);
    });

    it.each(['any', 'no-stream', 0, 1, 99] as const)('does so when it now expects %s', async (expected) => {
      expect(await log.append({ ...first, expected })).toEqual({ revision: 1, repeated: true });
    });

    it('writes once when both are under way together', async () => {
      const append = newAppend({ expected: 'no-stream' });
      const answers = await Promise.all([log.append(append), log.append(append)]);
      expect(answers.map(({ revision }) => revision)).toEqual([0, 0]);
      expect(await log.readStream(append.stream)).toHaveLength(1);
    });

    const otherContents: readonly [string, Partial<NewEvent>][] = [
      ['type', { type: 'ClaimDenied' }],
      ['schema version', { schemaVersion: 2 }],
      ['data', { data: '{"a":1}' }],
    ];
    it.each(otherContents)('refuses a known event id with another %s', async (_, change) => {
      const events = [{ ...first.events[0]!, ...change }, first.events[1]!];
      await expect(log.append({ ...first, events })).rejects.toEqual(new EventIdInUse(events[0]!.id));
      expect(await wholeLog(log)).toHaveLength(3);
    });

    it('refuses a known event id from another command', async () => {
      const { command } = newAppend();
      await expect(log.append({ ...first, command })).rejects.toThrow(EventIdInUse);
    });

    it('refuses an append of which only a part is known', async () => {
      const [known] = first.events;
      await expect(log.append({ ...first, events: [known!, newEvent()] })).rejects.toEqual(new EventIdInUse(known!.id));
      await expect(log.append({ ...first, events: [newEvent(), known!] })).rejects.toEqual(new EventIdInUse(known!.id));
      expect(await wholeLog(log)).toHaveLength(3);
    });

    it('refuses the same events in another order', async () => {
      await expect(log.append({ ...first, events: first.events.toReversed() })).rejects.toThrow(EventIdInUse);
    });

    it('looks for the event id before it looks at what is expected', async () => {
      const events = [{ ...first.events[0]!, data: '{"a":1}' }];
      await expect(log.append({ ...first, expected: 99, events })).rejects.toThrow(EventIdInUse);
    });
  });
}
