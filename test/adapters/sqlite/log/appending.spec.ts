import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { EventIdInUse } from '../../../../src/ports/event-log.js';
import { newAppend, newEvent } from '../../../contracts/new-append.js';
import { HandSetClock } from '../shared/hand-set-clock.js';

describe('appends that share a commit', () => {
  let log: SqliteEventLog;
  beforeEach(async () => {
    log = await SqliteEventLog.open({ file: ':memory:', clock: new HandSetClock() });
  });
  afterEach(() => log.close());

  it('see each other in the order in which they came', async () => {
    const appends = (['no-stream', 0, 1, 2] as const).map((expected) => newAppend({ stream: 'act-hurried', expected }));
    const answers = await Promise.all(appends.map((append) => log.append(append)));
    expect(answers.map(({ revision }) => revision)).toEqual([0, 1, 2, 3]);
  });

  it('know a repeat among themselves', async () => {
    const append = newAppend({ expected: 'no-stream' });
    expect(await Promise.all([log.append(append), log.append(append)])).toEqual([
      { revision: 0, repeated: false },
      { revision: 0, repeated: true },
    ]);
  });

  it('do not take each other down when one uses an event id twice', async () => {
    const event = newEvent();
    const outcomes = await Promise.allSettled([
      log.append(newAppend()),
      log.append(newAppend({ events: [event, event] })),
      log.append(newAppend({ events: [newEvent({ schemaVersion: 1.5 })] })),
      log.append(newAppend()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toEqual({ status: 'rejected', reason: new EventIdInUse(event.id) });
  });

  it('know an event id that another stream has', async () => {
    const append = newAppend();
    await log.append(append);
    await expect(log.append({ ...append, stream: 'act-other' })).rejects.toEqual(
      new EventIdInUse(append.events[0]!.id),
    );
  });
});
