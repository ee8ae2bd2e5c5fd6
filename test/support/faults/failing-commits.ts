import { Database } from '../../../src/adapters/sqlite/shared/driver.js';

/** What became of a commit that failed: it is on the disk all the same, or it is not. */
export type Failure = 'kept' | 'lost';

/**
 * Lets transactions of the connection fail as they do when the disk does not take what is synced to it, one for each
 * failure that is still to come; the operating system does not say which of them it is.
 */
export function failCommits(connection: Database, coming: Failure[]): Database {
  const transaction = connection.transaction.bind(connection);
  const immediate = (work: () => unknown): unknown => {
    const failure = coming.shift();
    const outcome = failure === 'lost' ? undefined : transaction(work).immediate();
    if (failure === undefined) return outcome;
    throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
  };
  return Object.assign(connection, { transaction: (work: () => unknown) => ({ immediate: () => immediate(work) }) });
}
