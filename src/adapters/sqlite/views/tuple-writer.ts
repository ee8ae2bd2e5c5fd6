import type { ViewsConnection } from './views-connection.js';

/** Rows in one statement: most of what a short row costs is the way to SQLite and back. */
const together = 64;

/**
 * Writes rows of a few numbers, many of them by one statement. What fails is never gone on from, so a statement may
 * leave half of itself (OR FAIL): undoing it alone takes a savepoint, at each of which the full-text index writes out
 * what it has gathered.
 */
export class TupleWriter {
  private pending: number[] = [];
  private readonly width: number;
  private readonly one: string;
  private readonly many: string;

  constructor(
    private readonly views: ViewsConnection,
    table: string,
    columns: readonly string[],
  ) {
    const row = `(${columns.map(() => '?').join(', ')})`;
    this.width = columns.length;
    this.one = `INSERT OR FAIL INTO ${table} (${columns.join(', ')}) VALUES ${row}`;
    this.many = this.one + `, ${row}`.repeat(together - 1);
  }

  add(...row: readonly number[]): void {
    this.pending.push(...row);
    if (this.pending.length < this.width * together) return;
    this.views.run(this.many, ...this.pending);
    this.pending = [];
  }

  /** Writes what is left. */
  flush(): void {
    for (let at = 0; at < this.pending.length; at += this.width) {
      this.views.run(this.one, ...this.pending.slice(at, at + this.width));
    }
    this.pending = [];
  }

  forget(): void {
    this.pending = [];
  }
}
