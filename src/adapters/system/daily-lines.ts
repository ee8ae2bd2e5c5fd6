import { appendFile, readdir, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.js';
import type { Clock } from '../../ports/clock.js';

export interface DailyLinesOptions {
  readonly directory: string;
  /** The files are called by it and by their day: `reads-2025-06-01.jsonl`. */
  readonly name: string;
  /** Days that a file is kept after its own. */
  readonly days: number;
  readonly clock: Clock;
  /** Told why nothing can be written, once until it can be again. */
  readonly onTrouble?: (why: string) => void;
}

const millisecondsADay = 86_400_000;
const millisecondsAtMost = 1_000;
/** Lines that wait for a disk which takes none; what comes beyond is counted, and the count written later. */
const waitingMax = 100_000;

/**
 * Appends records as JSON lines to a file a day, and deletes files when their time is over. Taking a record costs its
 * caller next to nothing: it is written within a second, or on closing, so that a crash loses the last second.
 */
export class DailyLines {
  private waiting: string[] = [];
  private lost = 0;
  private day = '';
  private writing: Promise<void> = Promise.resolve();
  private isInTrouble = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: DailyLinesOptions) {}

  take(record: object): void {
    if (this.waiting.length < waitingMax) this.waiting.push(JSON.stringify({ at: this.now(), ...record }));
    else this.lost += 1;
    this.timer ??= setTimeout(() => void this.flush(), millisecondsAtMost).unref();
  }

  /** Resolves when all that was taken is written, or could not be. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  /** Fails for nobody: answers do not depend on it. What could not be written waits for the next time. */
  private async write(): Promise<void> {
    const { waiting, lost } = this;
    const lines = lost > 0 ? [...waiting, JSON.stringify({ at: this.now(), lost })] : waiting;
    if (lines.length === 0) return;
    this.waiting = [];
    this.lost = 0;
    try {
      await this.append(lines);
      this.isInTrouble = false;
    } catch (error) {
      if (!this.isInTrouble) this.options.onTrouble?.(error instanceof Error ? error.message : String(error));
      this.isInTrouble = true;
      this.waiting = [...waiting, ...this.waiting].slice(0, waitingMax);
      this.lost += lost;
    }
  }

  private async append(lines: readonly string[]): Promise<void> {
    const { directory } = this.options;
    const day = this.now().slice(0, 10);
    if (day !== this.day) {
      makeFolder(resolve(directory));
      await this.forget();
    }
    this.day = day;
    await appendFile(join(directory, this.fileOf(day)), `${lines.join('\n')}\n`, { mode: 0o600 });
  }

  private async forget(): Promise<void> {
    const { directory, days, clock } = this.options;
    const first = this.fileOf(new Date(clock.now() - days * millisecondsADay).toISOString().slice(0, 10));
    const [before, after] = this.fileOf('\n').split('\n') as [string, string];
    const own = (await readdir(directory)).filter((file) => file.startsWith(before) && file.endsWith(after));
    for (const file of own) if (file.length === first.length && file < first) await unlink(join(directory, file));
  }

  private fileOf(day: string): string {
    return `${this.options.name}-${day}.jsonl`;
  }

  private now(): string {
    return new Date(this.options.clock.now()).toISOString();
  }
}
