import { ViewsAway } from '../../../ports/view-store.js';

interface DiskFailure {
  readonly code: string;
  readonly message: string;
}

/** What the port's callers are told when the disk or the file fails; faults of the program stay what they are. */
export function asViewsAway(error: unknown): unknown {
  if (!isDiskFailure(error)) return error;
  return new ViewsAway(`the views cannot be used just now: ${error.message} (${error.code})`, { cause: error });
}

/** The file is not what SQLite wrote: nothing in it is believed any more. */
export function isBroken(error: unknown): boolean {
  return isDiskFailure(error) && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

/**
 * SQLite's failures, and the operating system's. Told by their code, not by their class: where modules are loaded
 * twice, as in tests, the driver knows only one class.
 */
export function isDiskFailure(error: unknown): error is DiskFailure {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && /^(SQLITE_|E[A-Z]+$)/.test(error.code);
}
