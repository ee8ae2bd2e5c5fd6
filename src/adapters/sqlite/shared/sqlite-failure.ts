import { LogAway } from '../../../ports/event-log.js';

interface SqliteFailure {
  readonly code: string;
  readonly message: string;
}

/** Told by its code, not by its class: where modules are loaded twice, as in tests, the driver knows only one class. */
function isSqliteFailure(error: unknown): error is SqliteFailure {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_');
}

/** Another process holds the file; the same again may succeed. */
export function isBusy(error: unknown): boolean {
  return isSqliteFailure(error) && error.code.startsWith('SQLITE_BUSY');
}

/** What the port's callers are told of a failure of the disk or the file; faults of the program stay what they are. */
export function asLogAway(error: unknown): unknown {
  if (!isSqliteFailure(error)) return error;
  return new LogAway(`SQLite: ${error.message} (${error.code})`, { cause: error });
}

export function orLogAway<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asLogAway(error);
  }
}
