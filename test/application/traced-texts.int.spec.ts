import { join } from 'node:path';
import { Database } from '../../src/adapters/sqlite/shared/driver.js';
import { SqliteTexts } from '../../src/adapters/sqlite/texts/sqlite-texts.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { act } from '../support/http/bodies.js';
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
    await server.post('/v1/acts', act);
  });
  afterEach(() => server.stop());

  const edit = (sql: string): void => void new Database(file).exec(sql).close();
  const passage = async () => (await traceOf(server)).contributions[0]?.citations[0]?.passage;

  it('says that a text is damaged when it no longer has its hash', async () => {
    edit(`UPDATE texts SET utf8 = CAST(replace(CAST(utf8 AS TEXT), 'weeks', 'years') AS BLOB)`);
    expect(await passage()).toEqual({ state: 'damaged' });
  });

  it('says that a text is missing', async () => {
    edit('DELETE FROM texts');
    expect(await passage()).toEqual({ state: 'missing' });
  });

  it('says that a text is erased that another node erased just now', async () => {
    edit(`UPDATE texts SET utf8 = NULL, state = 'erased'`);
    expect(await passage()).toEqual({ state: 'erased', erasure: null });
  });
});
