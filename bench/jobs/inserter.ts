import { reopenLogFile } from '../../src/adapters/sqlite/log/log-file.js';
import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import type { Append } from '../../src/ports/event-log.js';

const insert = `INSERT INTO events VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** One prepared INSERT per transaction into the log's own schema, with its settings and triggers. */
export class Inserter {
  private sequence = 1;
  private readonly statement;

  private constructor(private readonly database: ReturnType<typeof reopenLogFile>) {
    this.statement = database.prepare(insert);
  }

  static async to(file: string): Promise<Inserter> {
    const log = await SqliteEventLog.open({ file, clock: new SystemClock() });
    await log.close();
    return new Inserter(reopenLogFile(file));
  }

  /** Rows per second. */
  rate(appends: readonly Append[]): number {
    const start = performance.now();
    for (const append of appends) this.insert(append);
    return appends.length / ((performance.now() - start) / 1000);
  }

  close(): void {
    this.database.close();
  }

  private insert({ stream, recorder, assurance, command, correlation, causation, events }: Append): void {
    const { id, type, schemaVersion, data } = events[0]!;
    const by = [recorder, assurance, command, correlation, causation];
    this.statement.run(++this.sequence, id, stream, type, schemaVersion, Date.now(), ...by, data);
  }
}
