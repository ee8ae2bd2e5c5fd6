import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answersOf } from '../support/faults/answers.js';
import { configIn, LocalNode } from '../support/faults/local-node.js';
import { placeIn, settingsOf } from '../support/faults/node-place.js';
import { recordActs, recordCatalogue } from '../support/faults/recordings.js';

const folder = temporaryFolders();
const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

describe('views that another node exported', () => {
  const directory = folder();
  const seed = join(folder(), 'views.db');
  let node: LocalNode;

  /** A second node on the same log, with nothing but the seed; when it is used, nothing is built. */
  async function startSeeded(viewsSeed: string): Promise<{ readonly seeded: LocalNode; readonly built: number }> {
    const config = { ...configIn(directory), viewsDirectory: folder(), viewsSeed };
    let built = 0;
    const seeded = await LocalNode.startWith(config, { onProgress: (done) => void (built = done) });
    return { seeded, built };
  }

  async function expectBuiltFromLog(viewsSeed: string): Promise<void> {
    const { seeded, built } = await startSeeded(viewsSeed);
    expect(built).toBeGreaterThanOrEqual(126);
    expect(await answersOf(seeded)).toEqual(await answersOf(node));
    await seeded.close();
  }

  function exportTo(file: string, views = directory): Promise<{ readonly stderr: string }> {
    const env = { ...process.env, ...settingsOf({ ...placeIn(directory), views }) };
    return promisify(execFile)(process.execPath, [program, 'views', 'export', file], { env });
  }

  beforeAll(async () => {
    node = await LocalNode.start(configIn(directory));
    await recordCatalogue(node);
    await recordActs(node, 1, 100);
    await exportTo(seed);
    await recordActs(node, 101, 20);
  }, 60_000);
  afterAll(() => node.close());

  it('spare a new node all that they hold, and it answers as the other does', async () => {
    const { seeded, built } = await startSeeded(seed);
    expect(built).toBe(0);
    expect(await answersOf(seeded)).toEqual(await answersOf(node));
    await seeded.close();
  }, 60_000);

  it('are not used when they are missing, damaged, of another program, or of another version', async () => {
    const [text, foreign, newer] = ['text', 'foreign', 'newer'].map((name) => join(folder(), name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(text, 'not a database');
    new Database(foreign).exec('CREATE TABLE x (y)').close();
    copyFileSync(seed, newer);
    new Database(newer).exec('PRAGMA user_version = 99').close();
    for (const file of [join(folder(), 'missing'), text, foreign, newer]) await expectBuiltFromLog(file);
  }, 60_000);

  it('are not used when they are of another log', async () => {
    const elsewhere = folder();
    const other = await LocalNode.start(configIn(elsewhere));
    await recordCatalogue(other);
    const file = join(folder(), 'views.db');
    await exportTo(file, elsewhere);
    await other.close();
    await expectBuiltFromLog(file);
  }, 60_000);

  it('never overwrite a file, nor appear where there are none', async () => {
    await expect(exportTo(seed)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('exists already') });
    const nothing = join(folder(), 'views.db');
    const refused = { code: 3, stderr: expect.stringContaining('there are no views of this release') };
    await expect(exportTo(nothing, folder())).rejects.toMatchObject(refused);
    expect(existsSync(nothing)).toBe(false);
  }, 60_000);
});
