import { Database } from '../shared/driver.js';
import { isBusy } from '../shared/sqlite-failure.js';

/**
 * Held by the one process that writes a views file. SQLite's own lock on a file beside it: it dies with its process.
 */
export class OwnerLock {
  private held: Database | null = null;

  constructor(private readonly file: string) {}

  get isHeld(): boolean {
    return this.held !== null;
  }

  /** True when this process holds the lock, now or already. */
  take(): boolean {
    if (this.held) return true;
    const lock = new Database(this.file, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      if (isBusy(error)) return false;
      throw error;
    }
    this.held = lock;
    return true;
  }

  release(): void {
    this.held?.close();
    this.held = null;
  }
}
