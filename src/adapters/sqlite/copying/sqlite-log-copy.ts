import type { Clock } from '../../../ports/clock.js';
import type { Append, LogBatch, LogEvent, LogPlace } from '../../../ports/event-log.js';
import { LogCopy } from '../../../ports/log-copy.js';
import type { Texts } from '../../../ports/texts.js';
import { EventTable } from '../log/event-table.js';
import { reopenLogFile } from '../log/log-file.js';
import { logKind } from '../log/log-kind.js';
import { writeAppend } from '../log/write-append.js';
import { openDatabaseFile } from '../shared/database-file.js';
import type { Database } from '../shared/driver.js';
import { asLogAway, orLogAway } from '../shared/sqlite-failure.js';
import { SqliteTexts } from '../texts/sqlite-texts.js';
import { CopiedFiles } from './copied-files.js';
import { copyingKind } from './copying-kind.js';

interface SqliteCopyOptions {
  readonly file: string;
  readonly textsFile: string;
  readonly clock: Clock;
}

/** A copy in files of other names, which get their own when it is finished: until then there is no log. */
export class SqliteLogCopy extends LogCopy {
  override readonly where: string;
  override readonly isFinished: boolean;
  private readonly table: EventTable;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly files: CopiedFiles,
    private readonly clock: Clock,
    private readonly connection: Database,
    override readonly texts: Texts,
  ) {
    super();
    this.isFinished = files.isThere;
    this.where = this.isFinished ? files.log : files.copyingLog;
    this.table = new EventTable(connection);
  }

  /** Begins a copy, goes on with one, or finds that there is a log. @throws LogNotReadable, LogAway */
  static async open({ file, textsFile, clock }: SqliteCopyOptions): Promise<SqliteLogCopy> {
    const files = new CopiedFiles(file, textsFile);
    let connection: Database | undefined;
    try {
      files.recover();
      connection = files.isThere ? reopenLogFile(file) : openAlone(files.copyingLog);
      const texts = await SqliteTexts.open({ file: files.isThere ? textsFile : files.copyingTexts });
      return new SqliteLogCopy(files, clock, connection, texts);
    } catch (error) {
      connection?.close();
      throw asLogAway(error);
    }
  }

  override async readAll(after: LogPlace, limit: number): Promise<LogBatch> {
    const events = orLogAway(() => this.table.after(after.sequence, limit));
    const last = events.at(-1);
    if (last === undefined) return { events, place: after };
    const { sequence, recordedAt } = last;
    return { events, place: { sequence, recordedAt, position: String(sequence) } };
  }

  override async add(events: readonly LogEvent[]): Promise<void> {
    this.write(() => events.forEach((event) => this.table.insert(event)));
  }

  override async finish(ending: Append): Promise<void> {
    this.write(() => {
      const outcome = writeAppend(this.table, this.clock, ending);
      if (outcome instanceof Error) throw outcome;
      this.connection.pragma(`application_id = ${logKind.applicationId}`);
    });
    await this.close();
    this.files.publish();
  }

  override close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private write(work: () => void): void {
    orLogAway(() => this.table.transact(work));
  }

  private async end(): Promise<void> {
    this.connection.close();
    await this.texts.close();
  }
}

/** No two processes write to the same copy. @throws SQLITE_BUSY while another one does */
function openAlone(file: string): Database {
  const connection = openDatabaseFile(file, copyingKind);
  try {
    connection.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
