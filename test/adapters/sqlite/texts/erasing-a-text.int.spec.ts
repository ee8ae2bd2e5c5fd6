import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { SqliteTexts } from '../../../../src/adapters/sqlite/texts/sqlite-texts.js';
import { LogAway } from '../../../../src/ports/event-log.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Long enough to spread over pages of its own, and telling at any place that it is there. */
function secret(size: number): string {
  return 'the secret of the source '.repeat(Math.ceil(size / 25));
}

function filesBeside(file: string): readonly string[] {
  return readdirSync(dirname(file)).map((name) => join(dirname(file), name));
}

function filesWith(words: string, file: string): readonly string[] {
  return filesBeside(file).filter((path) => readFileSync(path).includes(words));
}

async function storeWith(...put: readonly string[]) {
  const file = join(folder(), 'texts.db');
  const texts = await SqliteTexts.open({ file, patience: 150 });
  for (const text of put) await texts.put(hashOf(text), text);
  return { file, texts };
}

/** Short texts, of which many share a page. */
const others = Array.from({ length: 60 }, (_, index) => `report ${index} `.repeat(10 + ((index * 37) % 150)));

describe('erasing a text', () => {
  it.each([30, 900, 5_000, 300_000])(
    'leaves no byte of %d in any file, while the store is open and after',
    async (size) => {
      const { file, texts } = await storeWith(...others.slice(0, 30), secret(size), ...others.slice(30));
      expect(filesWith('secret', file)).not.toEqual([]);
      await texts.erase(hashOf(secret(size)));
      expect(filesWith('secret', file)).toEqual([]);
      await texts.close();
      expect(filesWith('secret', file)).toEqual([]);
    },
  );

  it('leaves none of the copies that moving rows between pages makes', async () => {
    const { file, texts } = await storeWith(...others);
    const sql = new Database(file);
    const insert = sql.prepare(`INSERT INTO texts (rowid, sha256, state, utf8) VALUES (?, ?, 'present', ?)`);
    // Rows put between each other split pages again and again.
    const scattered = Array.from({ length: 300 }, (_, index) => 1000 + ((index * 7919) % 3001));
    for (const row of scattered) insert.run(row, hashOf(String(row)), Buffer.from(secret((row * 31) % 900)));
    sql.close();
    for (const row of scattered) await texts.put(hashOf(String(row)), String(row));
    await texts.close();
    const again = await SqliteTexts.open({ file });
    await Promise.all(scattered.map((row) => again.erase(hashOf(String(row)))));
    expect(filesWith('secret', file)).toEqual([]);
    await again.close();
  });

  it('fails while another process still reads the text, and is completed by erasing again', async () => {
    const { file, texts } = await storeWith(secret(900));
    const reader = new Database(file);
    reader.exec('BEGIN; SELECT * FROM texts');
    await expect(texts.erase(hashOf(secret(900)))).rejects.toThrow(LogAway);
    expect(await texts.get(hashOf(secret(900)))).toEqual({ state: 'erased' });
    reader.close();
    await texts.erase(hashOf(secret(900)));
    expect(filesWith('secret', file)).toEqual([]);
    await texts.close();
  });

  it('is completed on opening when a crash cut it short', async () => {
    const { file, texts } = await storeWith(...others, secret(900));
    await texts.close();
    const sql = new Database(file);
    sql.exec(`UPDATE texts SET state = 'erasing', utf8 = NULL WHERE sha256 = '${hashOf(secret(900))}'`);
    sql.close();
    expect(filesWith('secret', file)).toEqual([file]);
    const again = await SqliteTexts.open({ file });
    expect(filesWith('secret', file)).toEqual([]);
    expect(await again.put(hashOf(secret(900)), secret(900))).toBe('erased');
    await again.close();
  });

  it('holds in every process that has the store open', async () => {
    const { file, texts } = await storeWith('shared');
    const other = await SqliteTexts.open({ file });
    expect(await other.get(hashOf('shared'))).toEqual({ state: 'present', text: 'shared' });
    await texts.erase(hashOf('shared'));
    expect(await other.get(hashOf('shared'))).toEqual({ state: 'erased' });
    expect(await other.put(hashOf('shared'), 'shared')).toBe('erased');
    await Promise.all([texts.close(), other.close()]);
  });
});
