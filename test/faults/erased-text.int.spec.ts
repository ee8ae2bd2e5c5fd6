import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openPorts } from '../../src/app.module.js';
import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { SqliteTexts } from '../../src/adapters/sqlite/texts/sqlite-texts.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { configIn, LocalNode, logFilesOf } from '../support/faults/local-node.js';
import { recordCatalogue } from '../support/faults/recordings.js';
import { act, citation, reason, source } from '../support/http/bodies.js';

const folder = temporaryFolders();
const quote = 'the talks would go on';
const unquoted = 'a name that nobody may read';
const text = `It was said that ${quote}, by ${unquoted}. ${'And so on, at length. '.repeat(400)}`;
const erasures = '/v1/sources/letter/erasures';

/** A node on files of which one source is cited and its twin, with the same text, is not. */
async function told(directory: string): Promise<LocalNode> {
  const node = await LocalNode.start(configIn(directory));
  await recordCatalogue(node);
  for (const id of ['letter', 'twin']) await node.post('/v1/sources', { ...source, id, text });
  const citing = { ...act, citations: [{ ...citation, source: 'letter', exact: quote }] };
  expect((await node.post('/v1/acts', citing)).status).toBe(201);
  return node;
}

function filesWith(words: string, directory: string): readonly string[] {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.filter((each) => readFileSync(join(each.parentPath, each.name)).includes(words)).map(({ name }) => name);
}

/** Puts the texts back as they were in this copy. */
function restore(copy: string, textsFile: string): void {
  for (const ending of ['-wal', '-shm']) rmSync(textsFile + ending, { force: true });
  copyFileSync(copy, textsFile);
}

describe('erasing the text of a source', () => {
  it('leaves no byte of it in any file of log, texts, views or key, but the quotes of acts', async () => {
    const directory = folder();
    const node = await told(directory);
    expect(filesWith(unquoted, directory)).not.toEqual([]);
    expect((await node.post(erasures, { ...reason, cause: 'legal' })).status).toBe(201);
    expect(filesWith(unquoted, directory)).toEqual([]);
    expect(filesWith('at length.', directory)).toEqual([]);
    expect(filesWith(quote, directory).filter((name) => name.startsWith('log-texts'))).toEqual([]);
    const trace = await node.get('/v1/trace/united-states/approach-to-moscow');
    expect(trace.text).toContain(quote);
    await node.close();
    expect(filesWith(unquoted, directory)).toEqual([]);
    expect(filesWith(quote, directory)).toContain('log.db');
  });

  it.each([
    ['as it was', ''],
    ['damaged', `UPDATE texts SET utf8 = CAST(replace(CAST(utf8 AS TEXT), 'said', 'sung') AS BLOB)`],
  ])('is done again on a start with an older copy of the texts, %s', async (_, damage) => {
    const directory = folder();
    await (await told(directory)).close();
    const { textsFile } = logFilesOf(configIn(directory));
    const copy = join(folder(), 'texts.db');
    copyFileSync(textsFile, copy);
    new Database(copy).exec(damage).close();
    const second = await LocalNode.start(configIn(directory));
    await second.post(erasures, reason);
    await second.close();
    restore(copy, textsFile);
    expect(filesWith(unquoted, directory)).not.toEqual([]);
    const third = await LocalNode.start(configIn(directory));
    expect(filesWith(unquoted, directory)).toEqual([]);
    expect((await third.get('/v1/sources/twin/text')).status).toBe(410);
    await third.close();
  });

  it('is completed by whoever asks again, where somebody else still read the text', async () => {
    const directory = folder();
    await (await told(directory)).close();
    const config = configIn(directory);
    const { textsFile } = logFilesOf(config);
    const opened = await openPorts(config);
    await opened.texts.close();
    const texts = await SqliteTexts.open({ file: textsFile, patience: 150 });
    const node = await LocalNode.start(config, { ...opened, texts });
    const reader = new Database(textsFile);
    reader.exec('BEGIN; SELECT * FROM texts');
    expect((await node.post(erasures, reason)).status).toBe(503);
    expect((await node.get('/v1/sources/letter/text')).status).toBe(410);
    expect(filesWith(unquoted, directory)).not.toEqual([]);
    reader.close();
    const again = await node.post('/v1/sources/twin/erasures', reason);
    expect(again).toMatchObject({ status: 409, json: { code: 'text-erased' } });
    expect(filesWith(unquoted, directory)).toEqual([]);
    await node.close();
  });
});
