import { join } from 'node:path';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { newAppend } from '../../../contracts/new-append.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();
const clock = new HandSetClock();

describe('a log that another process holds', () => {
  async function heldLog(patience: number) {
    const file = join(folder(), 'log.db');
    const log = await SqliteEventLog.open({ file, clock, patience });
    const holder = new Database(file);
    holder.exec('BEGIN IMMEDIATE');
    return { log, holder };
  }

  it('is away when that takes too long, and back afterwards', async () => {
    const { log, holder } = await heldLog(150);
    const append = newAppend();
    await expect(log.append(append)).rejects.toMatchObject({ name: 'LogAway', cause: { code: 'SQLITE_BUSY' } });
    expect(await log.head()).toMatchObject({ sequence: 1 });
    holder.close();
    expect(await log.append(append)).toEqual({ revision: 0, repeated: false });
    await log.close();
  });

  it('is waited for on opening, too', async () => {
    const file = join(folder(), 'log.db');
    const maker = new Database(file);
    maker.exec('BEGIN EXCLUSIVE');
    await expect(SqliteEventLog.open({ file, clock, patience: 50 })).rejects.toMatchObject({ name: 'LogAway' });
    const opening = SqliteEventLog.open({ file, clock });
    maker.close();
    const log = await opening;
    expect(await log.head()).toMatchObject({ sequence: 1 });
    await log.close();
  });

  it('is waited for, while everything else in the process goes on', async () => {
    const { log, holder } = await heldLog(5_000);
    const appending = log.append(newAppend());
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await log.head()).toMatchObject({ sequence: 1 });
    holder.close();
    expect(await appending).toMatchObject({ revision: 0 });
    await log.close();
  });
});
