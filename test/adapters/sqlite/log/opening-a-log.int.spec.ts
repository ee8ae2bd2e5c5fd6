import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLogFile } from '../../../../src/adapters/sqlite/log/log-file.js';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { LogNotReadable } from '../../../../src/ports/event-log.js';
import { newAppend } from '../../../contracts/new-append.js';
import { wholeLog } from '../../../contracts/whole-log.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();
const clock = new HandSetClock();

function open(file: string): Promise<SqliteEventLog> {
  return SqliteEventLog.open({ file, clock });
}

async function closedLog(): Promise<string> {
  const file = join(folder(), 'log.db');
  const log = await open(file);
  await log.close();
  return file;
}

function withSql(file: string, sql: string): string {
  new Database(file).exec(sql).close();
  return file;
}

/** The sentence says which file and why; the file stays as it was, and nothing appears beside it. */
async function expectRefused(file: string, sentence: string): Promise<void> {
  const before = readFileSync(file);
  const opening = open(file);
  await expect(opening).rejects.toThrow(LogNotReadable);
  await expect(opening).rejects.toThrow(`${file} ${sentence}`);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect([existsSync(`${file}-wal`), existsSync(`${file}-journal`)]).toEqual([false, false]);
}

describe('opening a log', () => {
  it('makes the file and the folders on the way to it', async () => {
    const file = join(folder(), 'new', 'folders', 'log.db');
    const log = await open(file);
    expect(await log.head()).toMatchObject({ sequence: 1 });
    await log.close();
    expect(existsSync(file)).toBe(true);
  });

  it('makes a log of an empty file', async () => {
    const file = join(folder(), 'log.db');
    writeFileSync(file, '');
    const log = await open(file);
    expect(await log.head()).toMatchObject({ sequence: 1 });
    await log.close();
  });

  it('finds everything again', async () => {
    const file = join(folder(), 'log.db');
    const log = await open(file);
    await log.append(newAppend());
    const before = await wholeLog(log);
    await log.close();
    const again = await open(file);
    expect(await wholeLog(again)).toEqual(before);
    await again.close();
  });

  it('leaves one file when it is closed', async () => {
    const file = join(folder(), 'log.db');
    const log = await open(file);
    await log.append(newAppend());
    const beside = () => [existsSync(`${file}-wal`), existsSync(`${file}-shm`)];
    expect(beside()).toEqual([true, true]);
    await log.close();
    expect(beside()).toEqual([false, false]);
  });

  it('marks the file, and has every commit wait for the disk', async () => {
    const connection = await openLogFile(join(folder(), 'log.db'), clock, 0);
    const pragma = (name: string) => connection.pragma(name, { simple: true });
    expect([pragma('application_id'), pragma('user_version')]).toEqual([0x446d4c67, 1]);
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('fullfsync')]).toEqual(['wal', 2, 1]);
    connection.close();
  });

  it('lets SQLite itself wait for other processes only shortly, since that stops everything else', async () => {
    const connection = await openLogFile(':memory:', clock, 0);
    expect(connection.pragma('busy_timeout', { simple: true })).toBeLessThanOrEqual(50);
    connection.close();
  });

  it('refuses a log of a newer format', async () => {
    const newer = withSql(await closedLog(), 'PRAGMA user_version = 2');
    await expectRefused(newer, 'is a log of format 2, and this release reads format 1: use a newer release');
  });

  it('refuses the database of another program', async () => {
    const foreign = withSql(join(folder(), 'other.db'), 'PRAGMA application_id = 7; CREATE TABLE notes (note TEXT)');
    await expectRefused(foreign, 'is a database of another program, not a log');
  });

  it('refuses a database that nobody marked', async () => {
    const foreign = withSql(join(folder(), 'other.db'), 'PRAGMA journal_mode = WAL; CREATE TABLE events (sequence)');
    await expectRefused(foreign, 'is a database of another program, not a log');
  });

  it('refuses a file that is no database', async () => {
    const file = join(folder(), 'log.db');
    writeFileSync(file, 'Dear diary, '.repeat(100));
    await expectRefused(file, 'cannot be opened: ');
    await expect(open(file)).rejects.toThrow('file is not a database');
  });

  it('refuses a folder', async () => {
    const file = join(folder(), 'log.db');
    mkdirSync(file);
    await expect(open(file)).rejects.toThrow(new LogNotReadable(`${file} is not a file`));
  });

  it('refuses a place where no folder can be made', async () => {
    const file = join(await closedLog(), 'inside', 'log.db');
    await expect(open(file)).rejects.toThrow(LogNotReadable);
  });

  it('refuses a place that the system lets nobody make', async () => {
    const place = existsSync('/proc/self') ? '/proc/nobody/log.db' : join(await closedLog(), 'log.db');
    await expect(open(place)).rejects.toThrow(LogNotReadable);
  });
});
