import { LogAway, LogNotReadable } from '../../../ports/event-log.js';
import type { Database } from '../shared/driver.js';
import { emptyWal } from '../shared/empty-wal.js';
import { isBusy, orLogAway } from '../shared/sqlite-failure.js';
import { EventTable } from './event-table.js';

/**
 * The log's connection. After a failed commit nobody can say what is in the write-ahead log: the next write gets a
 * new connection and first has everything moved into the file, so that nothing is built on a doubtful page. Reading
 * goes on meanwhile.
 */
export class LogConnection {
  private table: EventTable;
  private doubtful = false;

  constructor(
    private connection: Database,
    private readonly reconnect: () => Database,
  ) {
    this.table = new EventTable(connection);
  }

  /** @throws LogAway */
  read<T>(work: (table: EventTable) => T): T {
    return orLogAway(() => work(this.table));
  }

  /** Runs the work in one durable transaction; what it returns is true once this has returned. */
  write<T>(work: (table: EventTable) => T): T {
    if (this.doubtful) this.renew();
    try {
      return this.table.transact(() => work(this.table));
    } catch (error) {
      this.doubtful = !isBusy(error);
      throw error;
    }
  }

  close(): void {
    this.connection.close();
  }

  private renew(): void {
    // A log in memory would be lost with its connection, and its rollback leaves no doubt.
    if (!this.connection.memory) this.replace(this.reconnected());
    this.doubtful = false;
  }

  private reconnected(): Database {
    try {
      return this.reconnect();
    } catch (error) {
      throw error instanceof LogNotReadable ? new LogAway(error.message, { cause: error }) : error;
    }
  }

  private replace(fresh: Database): void {
    try {
      emptyWal(fresh);
      this.table = new EventTable(fresh);
    } catch (error) {
      fresh.close();
      throw error;
    }
    this.connection.close();
    this.connection = fresh;
  }
}
