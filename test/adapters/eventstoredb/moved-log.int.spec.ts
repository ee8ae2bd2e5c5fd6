import { LogSealed } from '../../../src/ports/event-log.js';
import { newAppend } from '../../contracts/new-append.js';
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
