import { Database } from './driver.js';

interface Checkpoint {
  readonly busy: number;
}

/**
 * Moves everything from the write-ahead log into the file and cuts it to nothing.
 * @throws SQLITE_BUSY while another process still reads from it
 */
export function emptyWal(connection: Database): void {
  const checkpoint = connection.prepare<[], Checkpoint>('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (checkpoint?.busy === 1) throw new Database.SqliteError('another process reads the log', 'SQLITE_BUSY');
}
