import { join } from 'node:path';
import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { SqliteTexts } from '../../src/adapters/sqlite/texts/sqlite-texts.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { act } from '../support/http/bodies.js';
import { exportedLines } from '../support/http/exported.js';
import { seededServer } from '../support/http/seeded-server.js';
import { type TestServer, testNow } from '../support/http/test-server.js';
import { traceOf } from '../support/http/traced-server.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory } from '../support/test-node.js';

const folder = temporaryFolders();

describe('a trace whose texts were tampered with', () => {
  let server: TestServer;
  let file: string;
  beforeEach(async () => {
    file = join(folder(), 'texts.db');
    const texts = await SqliteTexts.open({ file });
    server = await seededServer({ ...(await portsInMemory(new TestClock(testNow))), texts });
  });
  afterEach(() => server.stop());

  const edit = (sql: string): void => void new Database(file).exec(sql).close();
  const passageAfter = async (sql: string) => {
    await server.post('/v1/acts', act);
    edit(sql);
    return (await traceOf(server)).contributions[0]?.citations[0]?.passage;
  };

  it('says that a text is damaged when it no longer has its hash', async () => {
    const sql = `UPDATE texts SET utf8 = CAST(replace(CAST(utf8 AS TEXT), 'weeks', 'years') AS BLOB)`;
    expect(await passageAfter(sql)).toEqual({ state: 'damaged' });
  });

  it('says that a text is missing', async () => {
    expect(await passageAfter('DELETE FROM texts')).toEqual({ state: 'missing' });
  });

  it.each([
    ['DELETE FROM texts', 'is not there any more'],
    [`UPDATE texts SET utf8 = CAST('other' AS BLOB)`, 'was changed where it is kept'],
  ])('neither gives the text nor verifies quotes in it after %s, and says why', async (sql, what) => {
    edit(sql);
    const detail = expect.stringMatching(
      `The text of source .rubio-2025-04-18., SHA-256 [0-9a-f]{64}, ${what}`,
    ) as unknown;
    const refusal = { status: 409, json: { code: 'log-altered', detail } };
    expect(await server.get('/v1/sources/rubio-2025-04-18/text')).toMatchObject(refusal);
    expect(await server.post('/v1/acts', act)).toMatchObject(refusal);
    expect((await exportedLines(server)).filter((line) => line.startsWith('{"text"'))).toEqual([]);
  });

  it('says that a text is erased that another node erased just now', async () => {
    const sql = `UPDATE texts SET utf8 = NULL, state = 'erased'`;
    expect(await passageAfter(sql)).toEqual({ state: 'erased', erasure: null });
  });
});
