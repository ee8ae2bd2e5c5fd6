import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { SqliteTexts } from '../../../../src/adapters/sqlite/texts/sqlite-texts.js';
import { LogAway, LogNotReadable } from '../../../../src/ports/event-log.js';
import { TextDamaged } from '../../../../src/ports/texts.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();
const text = 'Präsident: «Nein.»';
const hash = createHash('sha256').update(text, 'utf8').digest('hex');

describe('the file of the texts', () => {
  it('keeps them from one process to the next', async () => {
    const file = join(folder(), 'data', 'texts.db');
    const texts = await SqliteTexts.open({ file });
    await texts.put(hash, text);
    await texts.close();
    const again = await SqliteTexts.open({ file });
    expect(await again.get(hash)).toEqual({ state: 'present', text });
    await again.close();
  });

  it('says which text was changed behind its back', async () => {
    const file = join(folder(), 'texts.db');
    const texts = await SqliteTexts.open({ file });
    await texts.put(hash, text);
    new Database(file).exec(`UPDATE texts SET utf8 = CAST('Präsident: «Ja.»' AS BLOB)`).close();
    await expect(texts.get(hash)).rejects.toEqual(new TextDamaged(hash));
    await expect(texts.get(hash)).rejects.toThrow(hash);
    await texts.close();
  });

  it('is never mistaken for a log, nor a log for it', async () => {
    const [log, texts] = [join(folder(), 'log.db'), join(folder(), 'texts.db')];
    const clock = new HandSetClock();
    await (await SqliteEventLog.open({ file: log, clock })).close();
    await (await SqliteTexts.open({ file: texts })).close();
    await expect(SqliteTexts.open({ file: log })).rejects.toThrow(
      new LogNotReadable(`${log} is a database of another program, not a store of texts`),
    );
    await expect(SqliteEventLog.open({ file: texts, clock })).rejects.toThrow(LogNotReadable);
  });

  it('is refused when a newer release wrote it', async () => {
    const file = join(folder(), 'texts.db');
    await (await SqliteTexts.open({ file })).close();
    new Database(file).exec('PRAGMA user_version = 2').close();
    await expect(SqliteTexts.open({ file })).rejects.toThrow('is a store of texts of format 2');
  });

  it('is away while another process holds it for too long', async () => {
    const file = join(folder(), 'texts.db');
    const texts = await SqliteTexts.open({ file, patience: 150 });
    const holder = new Database(file);
    holder.exec('BEGIN IMMEDIATE');
    await expect(texts.put(hash, text)).rejects.toThrow(LogAway);
    await expect(texts.erase(hash)).rejects.toThrow(LogAway);
    holder.close();
    expect(await texts.put(hash, text)).toBe('stored');
    await texts.close();
  });
});
