import { join } from 'node:path';
import { jest } from '@jest/globals';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { newAppend, newEvent } from '../../../contracts/new-append.js';
import { wholeLog } from '../../../contracts/whole-log.js';
import { compileSourcesInto } from '../shared/compiled-sources.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';
import { Appender } from './appender.js';

// Starting another process takes long on a machine that is busy.
jest.setTimeout(60_000);

const folder = temporaryFolders();
const sources = compileSourcesInto(folder());
const deaths = [1, 8, 33, 150];
const endless = { name: 'victim', count: 1_000_000, atOnce: 8 };

async function idsIn(file: string): Promise<readonly string[]> {
  const log = await SqliteEventLog.open({ file, clock: new HandSetClock() });
  const events = await wholeLog(log);
  await log.close();
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  return events.slice(1).map(({ id }) => id);
}

/** What the process had acknowledged when it was killed. It began with the last appends of the one before. */
async function acknowledgedBeforeDeath(file: string, from: number, count: number): Promise<readonly string[]> {
  const victim = new Appender(sources, { file, from, ...endless });
  await victim.killAfter(count);
  expect(victim.acknowledged.length).toBeGreaterThanOrEqual(count);
  return victim.acknowledged;
}

describe('killing a process while it appends', () => {
  it('loses nothing that was acknowledged, and leaves nothing twice', async () => {
    const file = join(folder(), 'log.db');
    let ids: readonly string[] = [];
    for (const count of deaths) {
      const acknowledged = await acknowledgedBeforeDeath(file, Math.max(0, ids.length - 20), count);
      ids = await idsIn(file);
      expect(ids).toEqual(expect.arrayContaining([...acknowledged]));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('does not disturb another process that has the log open', async () => {
    const file = join(folder(), 'log.db');
    const survivor = await SqliteEventLog.open({ file, clock: new HandSetClock() });
    const acknowledged = await acknowledgedBeforeDeath(file, 0, 100);
    const before = await wholeLog(survivor);
    expect(before.map(({ id }) => id)).toEqual(expect.arrayContaining([...acknowledged]));
    await survivor.append(newAppend({ events: [newEvent({ id: 'after' })] }));
    await survivor.close();
    expect((await idsIn(file)).at(-1)).toBe('after');
  });
});
