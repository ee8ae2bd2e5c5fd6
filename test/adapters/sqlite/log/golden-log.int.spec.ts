import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { newAppend } from '../../../contracts/new-append.js';
import { wholeLog } from '../../../contracts/whole-log.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();
const golden = fileURLToPath(new URL('../../../golden/', import.meta.url));

/** Opens a copy, since opening a log makes files beside it. */
async function openCopy(name: string): Promise<SqliteEventLog> {
  const file = join(folder(), name);
  copyFileSync(join(golden, name), file);
  return SqliteEventLog.open({ file, clock: new HandSetClock() });
}

describe('a log of format 1', () => {
  it('is read as it was written', async () => {
    const log = await openCopy('log-v1.db');
    expect(await wholeLog(log)).toEqual(JSON.parse(readFileSync(join(golden, 'log-v1.json'), 'utf8')));
    await log.close();
  });

  it('is appended to', async () => {
    const log = await openCopy('log-v1.db');
    const { sequence, recordedAt } = await log.head();
    expect(await log.append(newAppend({ stream: 'party-france', expected: 1 }))).toMatchObject({ revision: 2 });
    expect(await log.head()).toMatchObject({ sequence: sequence + 1, recordedAt });
    await log.close();
  });
});
