import { cpSync, openSync, closeSync, readdirSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answersOf } from '../support/faults/answers.js';
import { deleteViews } from '../support/faults/delete-views.js';
import { configIn, LocalNode } from '../support/faults/local-node.js';
import { recordActs, recordCatalogue } from '../support/faults/recordings.js';

const folder = temporaryFolders();

/** A directory with a log of so many acts, and its views. */
async function directoryWith(acts: number, before?: string): Promise<string> {
  const directory = before === undefined ? folder() : copyOf(before);
  const node = await LocalNode.start(configIn(directory));
  await recordCatalogue(node);
  await recordActs(node, acts > 100 ? 101 : 1, acts > 100 ? acts - 100 : acts);
  await node.close();
  return directory;
}

function copyOf(directory: string): string {
  const copy = folder();
  cpSync(directory, copy, { recursive: true });
  return copy;
}

function filesOf(directory: string, kind: 'views' | 'log'): readonly string[] {
  return readdirSync(directory).filter((name) => name.startsWith(kind));
}

/** The first directory's log with the other's views. */
function logWithViewsOf(log: string, views: string): string {
  const directory = copyOf(log);
  deleteViews(directory);
  for (const name of filesOf(views, 'views')) cpSync(join(views, name), join(directory, name));
  return directory;
}

function viewsFileIn(directory: string): string {
  return join(directory, 'views-5.db');
}

async function answersIn(directory: string): Promise<readonly string[]> {
  const node = await LocalNode.start(configIn(directory));
  const answers = await answersOf(node);
  await node.close();
  return answers;
}

describe('views that cannot be believed', () => {
  let whole: string;
  let older: string;
  let expected: readonly string[];
  let expectedOfOlder: readonly string[];

  beforeAll(async () => {
    older = await directoryWith(100);
    whole = await directoryWith(160, older);
    [expectedOfOlder, expected] = [await answersWithoutViews(older), await answersWithoutViews(whole)];
    expect(expected.every((answer) => answer.includes(' 200 '))).toBe(true);
    expect(expected).not.toEqual(expectedOfOlder);
  }, 60_000);

  function answersWithoutViews(directory: string): Promise<readonly string[]> {
    const bare = copyOf(directory);
    deleteViews(bare);
    return answersIn(bare);
  }

  it('are rebuilt when they are of another log', async () => {
    const other = await directoryWith(100);
    expect(await answersIn(logWithViewsOf(whole, other))).toEqual(expected);
  }, 60_000);

  it('are rebuilt when they are ahead of a log that was restored from an older copy', async () => {
    expect(await answersIn(logWithViewsOf(older, whole))).toEqual(expectedOfOlder);
  }, 60_000);

  it('are rebuilt when the older copy of the log has grown past them in another way', async () => {
    const grown = copyOf(older);
    deleteViews(grown);
    const node = await LocalNode.start(configIn(grown));
    await recordActs(node, 1_000, 80);
    const answers = await answersOf(node);
    await node.close();
    expect(await answersIn(logWithViewsOf(grown, whole))).toEqual(answers);
  }, 60_000);

  it('go on from where they stand when they are behind their log', async () => {
    expect(await answersIn(logWithViewsOf(whole, older))).toEqual(expected);
  }, 60_000);

  it.each([
    ['are cut to nothing', 0],
    ['end within their first page', 100],
    ['end after their first page', 4_096],
    ['have lost their end', 0.7],
  ])(
    'are rebuilt when they %s',
    async (_, size) => {
      const damaged = copyOf(whole);
      const file = viewsFileIn(damaged);
      truncateSync(file, size < 1 ? Math.floor((statSync(file).size * size) / 4096) * 4096 : size);
      expect(await answersIn(damaged)).toEqual(expected);
    },
    60_000,
  );

  it('are rebuilt when they are no database at all', async () => {
    const damaged = copyOf(whole);
    writeFileSync(viewsFileIn(damaged), 'not a database, for as long as it may take'.repeat(1_000));
    expect(await answersIn(damaged)).toEqual(expected);
  }, 60_000);

  it('are rebuilt when they are of a newer form', async () => {
    const newer = copyOf(whole);
    const file = new Database(viewsFileIn(newer));
    file.pragma('user_version = 99');
    file.exec("UPDATE entries SET words = 'changed', state = '{}'");
    file.close();
    expect(await answersIn(newer)).toEqual(expected);
  }, 60_000);

  it('are rebuilt when every page but the first holds rubbish', async () => {
    const damaged = copyOf(whole);
    const file = viewsFileIn(damaged);
    const rubbish = Buffer.alloc(statSync(file).size - 4_096, 0xa5);
    const handle = openSync(file, 'r+');
    writeSync(handle, rubbish, 0, rubbish.length, 4_096);
    closeSync(handle);
    expect(await answersIn(damaged)).toEqual(expected);
  }, 60_000);

  it('are not mistaken for those that a crash left half built', async () => {
    const crashed = copyOf(whole);
    deleteViews(crashed);
    cpSync(viewsFileIn(older), `${viewsFileIn(crashed)}…building`);
    writeFileSync(`${viewsFileIn(crashed)}…building-journal`, 'rubbish');
    expect(await answersIn(crashed)).toEqual(expected);
    expect(filesOf(crashed, 'views')).not.toContainEqual(expect.stringContaining('building'));
  }, 60_000);
});
