import type { Database } from '../shared/driver.js';

type TextState = 'present' | 'erasing' | 'erased';

export interface TextRow {
  readonly state: TextState;
  readonly utf8: Buffer | null;
}

/** The statements of the store, prepared once. Each is a transaction of its own. */
export class TextTable {
  private readonly inserts;
  private readonly rows;
  private readonly removals;
  private readonly unfinished;
  private readonly completions;

  constructor(private readonly connection: Database) {
    this.inserts = connection.prepare<[string, Buffer]>(
      `INSERT INTO texts (sha256, state, utf8) VALUES (?, 'present', ?) ON CONFLICT (sha256) DO NOTHING`,
    );
    this.rows = connection.prepare<[string], TextRow>('SELECT state, utf8 FROM texts WHERE sha256 = ?');
    this.removals = connection.prepare<[string]>(
      `INSERT INTO texts (sha256, state, utf8) VALUES (?, 'erased', NULL)
       ON CONFLICT (sha256) DO UPDATE SET state = 'erasing', utf8 = NULL WHERE state = 'present'`,
    );
    this.unfinished = connection.prepare<[], string>(`SELECT sha256 FROM texts WHERE state = 'erasing'`).pluck();
    this.completions = connection.prepare<[string]>(`UPDATE texts SET state = 'erased' WHERE sha256 = ?`);
  }

  insert(sha256: string, utf8: Buffer): void {
    this.inserts.run(sha256, utf8);
  }

  row(sha256: string): TextRow | undefined {
    return this.rows.get(sha256);
  }

  /** Takes the text out of its row; a text that was never put gets the row of an erased one. */
  remove(sha256: string): void {
    this.removals.run(sha256);
  }

  beingErased(): readonly string[] {
    return this.unfinished.all();
  }

  complete(erased: readonly string[]): void {
    const completing = this.connection.transaction(() => {
      erased.forEach((sha256) => this.completions.run(sha256));
    });
    completing.immediate();
  }
}
