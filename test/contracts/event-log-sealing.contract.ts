import { type EventLog, LogSealed } from '../../src/ports/event-log.js';
import { newAppend } from './new-append.js';
import { sealing } from './sealing.js';
import { wholeLog } from './whole-log.js';

const to = 'sqlite:/new/log.db';

export function describeSealing(open: () => Promise<EventLog>): void {
  describe('a log that was moved', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await open();
    });
    afterEach(() => log.close());

    it('takes nothing more, and says where it went', async () => {
      await log.append(newAppend({ stream: 'act-a' }));
      await log.append(sealing(to));
      const refusal = new LogSealed(to);
      await expect(log.append(newAppend({ stream: 'act-a', expected: 0 }))).rejects.toEqual(refusal);
      await expect(log.append(newAppend({ stream: 'act-b', expected: 7 }))).rejects.toEqual(refusal);
      await expect(log.append({ ...sealing('sqlite:/elsewhere.db'), expected: 1 })).rejects.toEqual(refusal);
      expect(refusal.message).toBe('This log was moved to sqlite:/new/log.db; record there.');
    });

    it('ends with LogMoved, and is read as before', async () => {
      await log.append(newAppend({ stream: 'act-a' }));
      await log.append(sealing(to));
      await expect(log.append(newAppend())).rejects.toThrow(LogSealed);
      const all = await wholeLog(log);
      expect(all.map(({ type }) => type)).toEqual(['LogOpened', 'StatementMade', 'LogMoved']);
      expect(await log.readStream('act-a')).toHaveLength(1);
      expect(await log.head()).toMatchObject({ sequence: 3, recordedAt: all[2]!.recordedAt });
    });

    it('still knows what was appended to it', async () => {
      const [early, seal] = [newAppend(), sealing(to)];
      await log.append(early);
      await log.append(seal);
      expect(await log.append(early)).toEqual({ revision: 0, repeated: true });
      expect(await log.append(seal)).toEqual({ revision: 1, repeated: true });
    });

    it('has none of what comes together with its end, or all of it before', async () => {
      const rivals = [newAppend(), newAppend(), sealing(to), newAppend(), newAppend()];
      await Promise.allSettled(rivals.map((append) => log.append(append)));
      const all = await wholeLog(log);
      expect(all.at(-1)).toMatchObject({ type: 'LogMoved' });
      for (const { stream } of rivals.filter((rival) => rival.stream !== 'log')) {
        const isIn = all.some((event) => event.stream === stream);
        expect(await log.readStream(stream)).toHaveLength(isIn ? 1 : 0);
      }
    });
  });
}
