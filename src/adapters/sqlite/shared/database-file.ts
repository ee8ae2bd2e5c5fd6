import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LogNotReadable } from '../../../ports/event-log.js';
import { Database } from './driver.js';
import { isBlank, markOf, mismatchOf, type FileKind } from './file-kind.js';
import { makeFolder } from '../../../files/make-folder.js';
import { busyTimeout } from './patiently.js';
import { isBusy } from './sqlite-failure.js';

const inMemory = ':memory:';

/** Writes what a new file begins with. */
type Begin = (fresh: Database) => void;

const noBeginning: Begin = () => undefined;

/** The synchronous setting makes a commit durable; the driver's own choice under WAL would not. */
const settings = `
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA trusted_schema = OFF;
`;

/**
 * Connects to the file, making it when it is missing or blank. `begin` runs in the transaction that makes it, so a
 * file is there with its beginning or still blank, whatever happens between. A file of another kind is left unchanged.
 * @throws LogNotReadable, and SQLITE_BUSY while another process is making it
 */
export function openDatabaseFile(file: string, kind: FileKind, begin: Begin = noBeginning): Database {
  return readable(file, () => {
    makeRoomFor(file);
    return settled(connect(file), (connection) => {
      if (isBlank(markOf(connection))) make(connection, kind, begin);
      adopt(connection, kind, file);
    });
  });
}

/** Connects once more to a file that must be there. @throws LogNotReadable, and SQLITE_BUSY */
export function reopenDatabaseFile(file: string, kind: FileKind): Database {
  return readable(file, () => settled(connect(file, true), (connection) => adopt(connection, kind, file)));
}

function connect(file: string, fileMustExist = false): Database {
  const place = file === inMemory ? file : resolve(file);
  return new Database(place, { timeout: busyTimeout, fileMustExist });
}

function makeRoomFor(file: string): void {
  if (file === inMemory) return;
  makeFolder(dirname(resolve(file)));
  const there = statSync(file, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (!there.isFile()) throw new LogNotReadable(`${file} is not a file`);
  // SQLite would open a write-protected file for reading and say nothing until the first append.
  accessSync(file, constants.W_OK);
}

function make(connection: Database, kind: FileKind, begin: Begin): void {
  const making = connection.transaction(() => {
    // Another process may have made it while this one waited for the lock.
    if (!isBlank(markOf(connection))) return;
    connection.pragma(`application_id = ${kind.applicationId}`);
    connection.pragma(`user_version = ${kind.format}`);
    connection.exec(kind.schema);
    begin(connection);
  });
  making.immediate();
}

function adopt(connection: Database, kind: FileKind, file: string): void {
  const mismatch = mismatchOf(markOf(connection), kind);
  if (mismatch !== undefined) throw new LogNotReadable(`${file} ${mismatch}`);
  connection.pragma('journal_mode = WAL');
}

function settled(connection: Database, settle: (connection: Database) => void): Database {
  try {
    connection.exec(settings);
    settle(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function readable<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof LogNotReadable || isBusy(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new LogNotReadable(`${file} cannot be opened: ${why}`, { cause: error });
  }
}
