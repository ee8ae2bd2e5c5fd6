import { LogAway } from '../../../ports/event-log.js';
import type { RemovalPlace } from '../../../ports/text-removal.js';
import { TextDamaged, Texts, type StoredText } from '../../../ports/texts.js';
import { openDatabaseFile } from '../shared/database-file.js';
import type { Database } from '../shared/driver.js';
import { emptyWal } from '../shared/empty-wal.js';
import { defaultPatience, patiently } from '../shared/patiently.js';
import { asLogAway } from '../shared/sqlite-failure.js';
import { sha256Of, utf8Of } from '../../shared/text-hash.js';
import { TextTable, type TextRow } from './text-table.js';
import { textsKind } from './texts-kind.js';

interface SqliteTextsOptions {
  /** A path, or `:memory:` for texts that end with the process. */
  readonly file: string;
  /** Milliseconds to wait for another process that holds the file. */
  readonly patience?: number;
}

/** Texts in one SQLite file of their own, which several processes may use at once. */
export class SqliteTexts extends Texts {
  private readonly table: TextTable;
  private readonly underWay = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly connection: Database,
    private readonly patience: number,
  ) {
    super();
    connection.pragma('secure_delete = ON');
    this.table = new TextTable(connection);
  }

  /** Makes the file and its folders when they are missing. @throws LogNotReadable, LogAway */
  static async open({ file, patience = defaultPatience }: SqliteTextsOptions): Promise<SqliteTexts> {
    try {
      const connection = await patiently(patience, () => openDatabaseFile(file, textsKind));
      return await new SqliteTexts(connection, patience).recovered();
    } catch (error) {
      throw asLogAway(error);
    }
  }

  override async put(sha256: string, text: string): Promise<'stored' | 'erased'> {
    const utf8 = utf8Of(sha256, text);
    return this.run(async () => {
      await this.patiently(() => this.table.insert(sha256, utf8));
      const row = await this.patiently(() => this.table.row(sha256));
      return row?.state === 'present' ? 'stored' : 'erased';
    });
  }

  override async get(sha256: string): Promise<StoredText> {
    return this.run(async () => {
      const row = await this.patiently(() => this.table.row(sha256));
      return storedText(sha256, row);
    });
  }

  override async erase(sha256: string): Promise<void> {
    return this.run(async () => {
      await this.patiently(() => this.table.remove(sha256));
      await this.scrub();
    });
  }

  override async removal(sha256: string): Promise<readonly RemovalPlace[]> {
    return this.run(async () => {
      const row = await this.patiently(() => this.table.row(sha256));
      if (row === undefined || row.state === 'present') return [];
      const state = row.state === 'erased' ? 'done' : 'running';
      return [{ place: 'texts file', state, scavenge: null, detail: null }];
    });
  }

  override close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async recovered(): Promise<this> {
    try {
      await this.scrub();
      return this;
    } catch (error) {
      this.connection.close();
      throw error;
    }
  }

  /**
   * Removes every byte of the texts being erased. Overwriting alone leaves the copies that SQLite made when it moved
   * rows between pages, so the file is written anew; the write-ahead log still has the text as it was put.
   */
  private async scrub(): Promise<void> {
    const erased = this.table.beingErased();
    if (erased.length === 0) return;
    await this.patiently(() => this.connection.exec('VACUUM'));
    await this.patiently(() => emptyWal(this.connection));
    await this.patiently(() => this.table.complete(erased));
  }

  private patiently<T>(attempt: () => T): Promise<T> {
    return patiently(this.patience, attempt);
  }

  private async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing !== undefined) throw new LogAway('the store of texts is closed');
    const working = work();
    this.underWay.add(working);
    try {
      return await working;
    } catch (error) {
      throw asLogAway(error);
    } finally {
      this.underWay.delete(working);
    }
  }

  private async finish(): Promise<void> {
    await Promise.allSettled(this.underWay);
    this.connection.close();
  }
}

function storedText(sha256: string, row: TextRow | undefined): StoredText {
  if (row === undefined) return { state: 'absent' };
  if (row.utf8 === null) return { state: 'erased' };
  if (sha256Of(row.utf8) !== sha256) throw new TextDamaged(sha256);
  return { state: 'present', text: row.utf8.toString('utf8') };
}
