import { join } from 'node:path';
import { jest } from '@jest/globals';
import { LogConnection } from '../../../../src/adapters/sqlite/log/log-connection.js';
import { openLogFile, reopenLogFile } from '../../../../src/adapters/sqlite/log/log-file.js';
import { SqliteEventLog } from '../../../../src/adapters/sqlite/log/sqlite-event-log.js';
import { Database } from '../../../../src/adapters/sqlite/shared/driver.js';
import { LogAway, LogNotReadable, type Append } from '../../../../src/ports/event-log.js';
import { newAppend, newEvent } from '../../../contracts/new-append.js';
import { wholeLog } from '../../../contracts/whole-log.js';
import { compileSourcesInto } from '../shared/compiled-sources.js';
import { HandSetClock } from '../shared/hand-set-clock.js';
import { temporaryFolders } from '../shared/temporary-folder.js';
import { Appender } from './appender.js';

// Starting another process takes long on a machine that is busy.
jest.setTimeout(60_000);

const folder = temporaryFolders();
const clock = new HandSetClock();
const patience = 5_000;

interface Disk {
  readonly file: string;
  readonly connection: Database;
  readonly log: SqliteEventLog;
}

/** A log of which the test holds the connection, to let its disk fail. */
async function logOnDisk(prepare: (connection: Database) => void = () => undefined): Promise<Disk> {
  const file = join(folder(), 'log.db');
  const connection = await openLogFile(file, clock, patience);
  prepare(connection);
  const reconnect = () => {
    const fresh = reopenLogFile(file);
    prepare(fresh);
    return fresh;
  };
  return { file, connection, log: new SqliteEventLog(new LogConnection(connection, reconnect), clock) };
}

function bigAppend(): Append {
  return newAppend({ events: [newEvent({ data: JSON.stringify('x'.repeat(100_000)) })] });
}

function idsOf(appends: readonly Append[]): readonly string[] {
  return appends.flatMap(({ events }) => events.map(({ id }) => id));
}

async function idsIn(log: SqliteEventLog): Promise<readonly string[]> {
  return (await wholeLog(log)).slice(1).map(({ id }) => id);
}

describe('a full disk', () => {
  it('puts the log away for all that append together, acknowledges none of them, and lets read on', async () => {
    const { log } = await logOnDisk((connection) => connection.pragma('max_page_count = 12'));
    const small = newAppend();
    await log.append(small);
    const outcomes = await Promise.allSettled(
      [newAppend(), bigAppend(), newAppend()].map((append) => log.append(append)),
    );
    expect(outcomes).toEqual(
      [1, 2, 3].map(() => ({ status: 'rejected', reason: expect.objectContaining({ name: 'LogAway' }) })),
    );
    await expect(log.append(bigAppend())).rejects.toMatchObject({ cause: { code: 'SQLITE_FULL' } });
    expect(await idsIn(log)).toEqual(idsOf([small]));
    await log.close();
  });

  it('is forgotten once there is room', async () => {
    let pages = 12;
    const { log } = await logOnDisk((connection) => connection.pragma(`max_page_count = ${pages}`));
    const refused = bigAppend();
    await expect(log.append(refused)).rejects.toThrow(LogAway);
    await expect(log.append(refused)).rejects.toThrow(LogAway);
    pages = 1_000_000;
    const later = newAppend();
    expect(await log.append(refused)).toEqual({ revision: 0, repeated: false });
    await log.append(later);
    expect(await idsIn(log)).toEqual(idsOf([refused, later]));
    await log.close();
  });

  it('loses nothing when the write-ahead log can grow no more', async () => {
    const file = join(folder(), 'log.db');
    const sources = compileSourcesInto(folder());
    const appender = new Appender(sources, { file, name: 'squeezed', count: 400, fileBlocksMax: 1024 });
    expect(await appender.end()).toBe(0);
    expect(appender.away).toContain('SQLITE_IOERR_WRITE');
    const log = await SqliteEventLog.open({ file, clock });
    const ids = await idsIn(log);
    await log.close();
    expect(ids).toHaveLength(400);
    expect(ids).toEqual(expect.arrayContaining([...appender.acknowledged]));
  });
});

describe('a commit that fails', () => {
  function failure(): Error {
    return new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
  }

  /** The next transaction reports a failing disk, after it was committed or without it. */
  function failNext(connection: Database, commit: boolean): void {
    const transaction = connection.transaction.bind(connection);
    const immediate = (work: () => void) => {
      if (commit) transaction(work).immediate();
      throw failure();
    };
    Object.assign(connection, { transaction: (work: () => void) => ({ immediate: () => immediate(work) }) });
  }

  it('is not acknowledged, and succeeds with a new connection', async () => {
    const { log, connection } = await logOnDisk();
    failNext(connection, false);
    const append = newAppend();
    await expect(log.append(append)).rejects.toMatchObject({ name: 'LogAway', cause: failure() });
    expect(await idsIn(log)).toEqual([]);
    expect(await log.append(append)).toEqual({ revision: 0, repeated: false });
    expect(connection.open).toBe(false);
    await log.close();
  });

  it('is recognised by the repeated append if it reached the disk all the same', async () => {
    const { log, connection } = await logOnDisk();
    failNext(connection, true);
    const append = newAppend({ expected: 'no-stream' });
    await expect(log.append(append)).rejects.toThrow(LogAway);
    expect(await log.append(append)).toEqual({ revision: 0, repeated: true });
    expect(await idsIn(log)).toEqual(idsOf([append]));
    await log.close();
  });

  it('has everything before it moved into the file before anything is built on it', async () => {
    const { log, connection, file } = await logOnDisk();
    const reader = new Database(file);
    reader.exec('BEGIN; SELECT * FROM events');
    await log.append(newAppend());
    failNext(connection, false);
    await expect(log.append(newAppend())).rejects.toThrow(LogAway);
    const waiting = log.append(newAppend());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(connection.open).toBe(true);
    reader.close();
    await waiting;
    expect(connection.open).toBe(false);
    await log.close();
  });

  it('keeps the log away while there is no way to connect anew', async () => {
    const file = join(folder(), 'log.db');
    const connection = await openLogFile(file, clock, patience);
    let reachable = false;
    const reconnect = () => {
      if (!reachable) throw new LogNotReadable('the disk is gone');
      return reopenLogFile(file);
    };
    const log = new SqliteEventLog(new LogConnection(connection, reconnect), clock);
    failNext(connection, false);
    await expect(log.append(newAppend())).rejects.toThrow(LogAway);
    await expect(log.append(newAppend())).rejects.toMatchObject({ name: 'LogAway', message: 'the disk is gone' });
    reachable = true;
    expect(await log.append(newAppend())).toMatchObject({ revision: 0 });
    await log.close();
  });

  it('does not lose a log that is in memory', async () => {
    const connection = await openLogFile(':memory:', clock, patience);
    const log = new SqliteEventLog(new LogConnection(connection, () => reopenLogFile(':memory:')), clock);
    await log.append(newAppend());
    connection.pragma('max_page_count = 1');
    await expect(log.append(bigAppend())).rejects.toThrow(LogAway);
    connection.pragma('max_page_count = 1000');
    await log.append(newAppend());
    expect(await wholeLog(log)).toHaveLength(3);
    await log.close();
  });
});
