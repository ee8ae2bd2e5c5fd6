import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import type { Append } from '../../src/ports/event-log.js';

/** Appends by the log port, one after the other, each durable before the next. */
export class Appender {
  private constructor(private readonly log: SqliteEventLog) {}

  static async to(file: string): Promise<Appender> {
    return new Appender(await SqliteEventLog.open({ file, clock: new SystemClock() }));
  }

  /** Appends per second. */
  async rate(appends: readonly Append[]): Promise<number> {
    const start = performance.now();
    for (const append of appends) await this.log.append(append);
    return appends.length / ((performance.now() - start) / 1000);
  }

  close(): Promise<void> {
    return this.log.close();
  }
}
