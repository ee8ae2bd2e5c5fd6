import type { Database, Statement } from '../shared/driver.js';

type Values = readonly (number | string | Uint8Array | null)[];

/** The file that reads and writes go to just now; statements are compiled once for each file. */
export class ViewsConnection {
  private readonly statements = new Map<string, Statement>();
  private current: Database | null = null;

  /** Whether there is a file to read. */
  get isOpen(): boolean {
    return this.current !== null;
  }

  get database(): Database {
    if (!this.current) throw new Error('the views are not built yet');
    return this.current;
  }

  /** Goes on with another file, or with none; the one before is closed. */
  use(database: Database | null): void {
    this.statements.clear();
    this.current?.close();
    this.current = database;
  }

  one<Row>(sql: string, ...values: Values): Row | undefined {
    return this.statement(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: Values): Row[] {
    return this.statement(sql).all(...values) as Row[];
  }

  each<Row>(sql: string, ...values: Values): IterableIterator<Row> {
    return this.statement(sql).iterate(...values) as IterableIterator<Row>;
  }

  run(sql: string, ...values: Values): void {
    this.statement(sql).run(...values);
  }

  private statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const compiled = this.database.prepare(sql);
    this.statements.set(sql, compiled);
    return compiled;
  }
}
