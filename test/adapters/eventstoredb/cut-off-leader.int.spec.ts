import { LogAway } from '../../../src/ports/event-log.js';
import { newAppend } from '../../contracts/new-append.js';
import { wholeLog } from '../../contracts/whole-log.js';
import type { Fault } from '../../support/eventstoredb/faults.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';

const logs = TestLogs.forEachTest();
const ignorant: Fault = { with: 'ignorance' };

describe('a leader that was cut off and does not know it', () => {
  it('is asked again for what was seen of a stream', async () => {
    const log = logs.open();
    await log.append(newAppend({ stream: 'act-a' }));
    logs.standIn.faults.next('read-stream', ignorant, ignorant);
    expect(await log.readStream('act-a', 1)).toHaveLength(1);
  });

  it('is believed that there is nothing where nothing was seen', async () => {
    const log = logs.open();
    await log.append(newAppend({ stream: 'act-a' }));
    logs.standIn.faults.next('read-stream', ignorant);
    expect(await log.readStream('act-a')).toEqual([]);
  });

  it('is away as long as it stays so', async () => {
    const log = logs.open();
    await log.append(newAppend({ stream: 'act-a' }));
    logs.standIn.faults.always('read-stream', ignorant);
    const message = 'EventStoreDB: the server knows less than was seen before';
    await expect(log.readStream('act-a', 1)).rejects.toEqual(new LogAway(message));
    logs.standIn.faults.always('read-stream', undefined);
    expect(await log.readStream('act-a', 1)).toHaveLength(1);
  });

  it('is asked again for the event with which a node starts', async () => {
    const log = logs.open();
    await log.append(newAppend());
    const { place } = await log.readAll(await log.head(), 1);
    const last = (await wholeLog(log)).at(-1)!;
    logs.standIn.faults.next('read-all', ignorant, ignorant);
    expect(await log.holds(last.id, place)).toBe(true);
  });
});
