import type { Clock } from '../../../ports/clock.js';
import { openDatabaseFile, reopenDatabaseFile } from '../shared/database-file.js';
import type { Database } from '../shared/driver.js';
import { patiently } from '../shared/patiently.js';
import { asLogAway } from '../shared/sqlite-failure.js';
import { EventTable } from './event-table.js';
import { logKind } from './log-kind.js';
import { logOpened } from '../../shared/log-opened.js';
import { writeAppend } from './write-append.js';

/** Connects to the log in the file; a new one begins with `LogOpened`. @throws LogNotReadable, LogAway */
export async function openLogFile(file: string, clock: Clock, patience: number): Promise<Database> {
  const begin = (fresh: Database) => {
    writeAppend(new EventTable(fresh), clock, logOpened());
  };
  try {
    return await patiently(patience, () => openDatabaseFile(file, logKind, begin));
  } catch (error) {
    throw asLogAway(error);
  }
}

/** Connects to a log that must be there. @throws LogNotReadable, LogAway */
export async function reopenPatiently(file: string, patience: number): Promise<Database> {
  try {
    return await patiently(patience, () => reopenLogFile(file));
  } catch (error) {
    throw asLogAway(error);
  }
}

export function reopenLogFile(file: string): Database {
  return reopenDatabaseFile(file, logKind);
}
