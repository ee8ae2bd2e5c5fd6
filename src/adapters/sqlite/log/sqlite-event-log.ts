import { checkAppend } from '../../../ports/check-append.js';
import type { Clock } from '../../../ports/clock.js';
import {
  beginning,
  EventLog,
  LogAway,
  type Append,
  type Appended,
  type LogBatch,
  type LogPlace,
  type StreamEvent,
} from '../../../ports/event-log.js';
import { defaultPatience, patiently } from '../shared/patiently.js';
import type { Head } from './event-table.js';
import { GroupCommit } from './group-commit.js';
import { LogConnection } from './log-connection.js';
import { openLogFile, reopenLogFile, reopenPatiently } from './log-file.js';
import { Wakeups } from './wakeups.js';
import { writeAppends, type AppendOutcome } from './write-append.js';

interface SqliteLogOptions {
  /** A path, or `:memory:` for a log that ends with the process. */
  readonly file: string;
  readonly clock: Clock;
  /** Milliseconds to wait for another process that holds the file. */
  readonly patience?: number;
}

/**
 * The log in one SQLite file. Several processes may append to it at once: sequence and time are taken under the
 * file's write lock. An append is answered after its commit has reached the disk.
 */
export class SqliteEventLog extends EventLog {
  private readonly commits = new GroupCommit((appends) => this.commit(appends));
  private readonly wakeups: Wakeups;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly connection: LogConnection,
    private readonly clock: Clock,
    private readonly patience: number = defaultPatience,
  ) {
    super();
    this.wakeups = new Wakeups({
      sequence: () => this.lastPlace().sequence,
      dataVersion: () => connection.read((table) => table.dataVersion()),
    });
  }

  /** Makes the file and its folders when they are missing. @throws LogNotReadable, LogAway */
  static async open({ file, clock, patience = defaultPatience }: SqliteLogOptions): Promise<SqliteEventLog> {
    const connection = await openLogFile(file, clock, patience);
    return new SqliteEventLog(new LogConnection(connection, () => reopenLogFile(file)), clock, patience);
  }

  /** Opens a log that must be there. @throws LogNotReadable, LogAway */
  static async openExisting({ file, clock, patience = defaultPatience }: SqliteLogOptions): Promise<SqliteEventLog> {
    const connection = await reopenPatiently(file, patience);
    return new SqliteEventLog(new LogConnection(connection, () => reopenLogFile(file)), clock, patience);
  }

  override async append(append: Append): Promise<Appended> {
    this.checkOpen();
    checkAppend(append);
    return this.commits.add(append);
  }

  override async readStream(stream: string, known = 0): Promise<readonly StreamEvent[]> {
    this.checkOpen();
    const events = this.connection.read((table) => table.ofStream(stream));
    if (events.length < known) throw new LogAway(`the log knows less of ${stream} than was seen of it before`);
    return events;
  }

  override async readAll(after: LogPlace, limit: number): Promise<LogBatch> {
    this.checkOpen();
    const events = this.connection.read((table) => table.after(after.sequence, limit));
    const last = events.at(-1);
    return { events, place: last === undefined ? after : placeOf(last) };
  }

  override async wake(after: LogPlace, signal: AbortSignal): Promise<void> {
    await this.wakeups.wait(after.sequence, signal);
  }

  override async holds(eventId: string, { sequence }: LogPlace): Promise<boolean> {
    this.checkOpen();
    return this.connection.read((table) => table.after(sequence - 1, 1))[0]?.id === eventId;
  }

  override async head(): Promise<LogPlace> {
    this.checkOpen();
    return this.lastPlace();
  }

  override async extent(): Promise<number> {
    return (await this.head()).sequence;
  }

  override close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  private async commit(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    try {
      return await patiently(this.patience, () =>
        this.connection.write((table) => writeAppends(table, this.clock, appends)),
      );
    } finally {
      // A commit that failed may have been kept all the same: whoever follows the log looks.
      this.wakeups.announce();
    }
  }

  private lastPlace(): LogPlace {
    return placeOf(this.connection.read((table) => table.head()));
  }

  private async finish(): Promise<void> {
    await this.commits.idle();
    this.wakeups.releaseAll();
    this.connection.close();
  }

  private checkOpen(): void {
    if (this.closing !== undefined) throw new LogAway('the log is closed');
  }
}

function placeOf(head: Head | undefined): LogPlace {
  if (head === undefined) return beginning;
  return { sequence: head.sequence, recordedAt: head.recordedAt, position: String(head.sequence) };
}
