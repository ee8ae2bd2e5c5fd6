import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { newAppend, newEvent } from '../../../contracts/new-append.js';
import { wholeLog } from '../../../contracts/whole-log.js';
import { HandSetClock } from '../shared/hand-set-clock.js';

const noon = Date.UTC(2025, 3, 22, 12);
const hour = 3_600_000;

async function timesRecordedAt(...readings: readonly number[]): Promise<readonly number[]> {
  const clock = new HandSetClock(noon);
  const log = await SqliteEventLog.open({ file: ':memory:', clock });
  for (const reading of readings) {
    clock.time = reading;
    await log.append(newAppend());
  }
  const events = await wholeLog(log);
  await log.close();
  return events.map(({ recordedAt }) => recordedAt);
}

describe('the time at which an event is recorded', () => {
  it('is the clock’s at its commit', async () => {
    expect(await timesRecordedAt(noon + 5, noon + 9)).toEqual([noon, noon + 5, noon + 9]);
  });

  it('stands still while a clock that was set back catches up', async () => {
    const times = await timesRecordedAt(noon + 5, noon - hour, noon - hour + 1, noon + 4, noon + 6);
    expect(times).toEqual([noon, noon + 5, noon + 5, noon + 5, noon + 5, noon + 6]);
  });

  it('is the same for all events of an append', async () => {
    const log = await SqliteEventLog.open({ file: ':memory:', clock: new HandSetClock(noon) });
    await log.append(newAppend({ events: [newEvent(), newEvent(), newEvent()] }));
    expect((await wholeLog(log)).map(({ recordedAt }) => recordedAt)).toEqual([noon, noon, noon, noon]);
    expect(await log.head()).toEqual({ sequence: 4, recordedAt: noon, position: '4' });
    await log.close();
  });
});
