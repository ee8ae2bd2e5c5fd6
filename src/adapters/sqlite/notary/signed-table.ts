import type { SignedHead } from '../../../ports/notary.js';
import type { Database } from '../shared/driver.js';

/** The statements of the record of signatures, prepared once. */
export class SignedTable {
  private readonly selects;
  private readonly puts;

  constructor(private readonly connection: Database) {
    this.selects = connection.prepare<[], SignedHead>('SELECT origin, size, root, note FROM signed');
    this.puts = connection.prepare<[SignedHead]>(
      `INSERT INTO signed (only, origin, size, root, note) VALUES (1, @origin, @size, @root, @note)
       ON CONFLICT (only) DO UPDATE SET origin = @origin, size = @size, root = @root, note = @note`,
    );
  }

  /** Runs the work in one write transaction that has the write lock from its start. */
  transact<T>(work: () => T): T {
    return this.connection.transaction(work).immediate();
  }

  last(): SignedHead | null {
    return this.selects.get() ?? null;
  }

  put(head: SignedHead): void {
    this.puts.run(head);
  }
}
