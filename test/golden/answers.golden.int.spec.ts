import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { SqliteTexts } from '../../src/adapters/sqlite/texts/sqlite-texts.js';
import { NoNotary } from '../../src/adapters/system/no-notary.js';
import { openViews } from '../../src/adapters/sqlite/views/open-views.js';
import type { Ports } from '../../src/app.module.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { wholeLog } from '../contracts/whole-log.js';
import { TestServer } from '../support/http/test-server.js';
import { TestClock } from '../support/test-clock.js';
import { goldenAnswers, goldenEvents, goldenFile, type GoldenAnswer } from './answers-read.js';

jest.setTimeout(60_000);

const folder = temporaryFolders();
const { now, answers } = goldenAnswers();

/** Copies, since opening a log makes files beside it. */
async function openCopies(): Promise<Omit<Ports, 'views'>> {
  const home = folder();
  const copyOf = (name: string): string => {
    copyFileSync(goldenFile(name), join(home, name));
    return join(home, name);
  };
  const clock = new TestClock(now);
  const log = await SqliteEventLog.open({ file: copyOf('history-v1.db'), clock });
  const texts = await SqliteTexts.open({ file: copyOf('history-v1-texts.db') });
  return { clock, log, texts, notary: new NoNotary() };
}

/** What a node that keeps its views there answers to every golden question. */
async function answersFrom(viewsDirectory: string | null): Promise<readonly GoldenAnswer[]> {
  const server = await TestServer.start({ ...(await openCopies()), views: openViews(viewsDirectory) });
  const ask = async ({ path }: GoldenAnswer) => ({ path, text: (await server.get(path)).text });
  const given = await Promise.all(answers.map(ask));
  await server.stop();
  return given;
}

describe('the golden history', () => {
  it('is read as it was written', async () => {
    const { log, texts } = await openCopies();
    expect(await wholeLog(log)).toEqual(goldenEvents());
    await log.close();
    await texts.close();
  });

  it('has the same root as the tree of its events', async () => {
    const views = openViews(null);
    const server = await TestServer.start({ ...(await openCopies()), views });
    expect(views.tree.head()).toMatchObject({
      size: 86,
      root: '0eb50a7ddc9735579dbcfbb8275e630d7d8ad1c6d730e7b528751cea6193c934',
    });
    await server.stop();
  });

  it('has the same answers, to the byte, from views in memory', async () => {
    expect(await answersFrom(null)).toEqual(answers);
  });

  it('has them from views in a file too, opened again, and built a second time', async () => {
    const directory = folder();
    expect(await answersFrom(directory)).toEqual(answers);
    expect(await answersFrom(directory)).toEqual(answers);
    rmSync(directory, { recursive: true });
    expect(await answersFrom(directory)).toEqual(answers);
  });
});
