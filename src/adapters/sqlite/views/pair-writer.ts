import type { ViewsConnection } from './views-connection.js';

/** Rows in one statement: most of what a short row costs is the way to SQLite and back. */
const together = 64;

/**
 * Writes rows of two numbers, many of them by one statement. What fails is never gone on from, so a statement may leave
 * half of itself (OR FAIL): undoing it alone takes a savepoint, at each of which the full-text index writes out what it
 * has gathered.
 */
export class PairWriter {
  private pending: number[] = [];
  private readonly one: string;
  private readonly many: string;

  constructor(
    private readonly views: ViewsConnection,
    table: string,
  ) {
    this.one = `INSERT OR FAIL INTO ${table} VALUES (?, ?)`;
    this.many = this.one + ', (?, ?)'.repeat(together - 1);
  }

  add(first: number, second: number): void {
    this.pending.push(first, second);
    if (this.pending.length < 2 * together) return;
    this.views.run(this.many, ...this.pending);
    this.pending = [];
  }

  /** Writes what is left. */
  flush(): void {
    for (let at = 0; at < this.pending.length; at += 2) {
      this.views.run(this.one, this.pending[at] ?? 0, this.pending[at + 1] ?? 0);
    }
    this.pending = [];
  }

  forget(): void {
    this.pending = [];
  }
}
