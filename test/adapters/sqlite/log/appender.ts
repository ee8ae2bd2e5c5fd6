import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('appender.mjs', import.meta.url));

interface AppendingOrder {
  readonly file: string;
  /** Begins the ids of its events; their numbers follow. */
  readonly name: string;
  readonly from?: number;
  readonly count: number;
  /** How many appends are under way together. */
  readonly atOnce?: number;
  /** Blocks of 512 bytes that no file of the process may grow beyond. */
  readonly fileBlocksMax?: number;
}

/** Another process that appends to a log on disk. */
export class Appender {
  private readonly child: ChildProcessByStdio<null, Readable, null>;
  private readonly lines: string[] = [];

  constructor(sources: string, { fileBlocksMax, ...order }: AppendingOrder) {
    const program = [process.execPath, script, sources, JSON.stringify({ from: 0, atOnce: 4, ...order })];
    const limit = fileBlocksMax === undefined ? '' : `ulimit -f ${fileBlocksMax};`;
    this.child = spawn('sh', ['-c', `${limit} exec "$@"`, 'sh', ...program], { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface(this.child.stdout).on('line', (line) => this.lines.push(line));
  }

  /** The ids of the events whose appending was acknowledged so far. */
  get acknowledged(): readonly string[] {
    return this.said('acknowledged');
  }

  /** The causes for which the log was away so far. */
  get away(): readonly string[] {
    return this.said('away');
  }

  get isRunning(): boolean {
    return this.child.exitCode === null;
  }

  /** Resolves to the exit code when the process has ended and everything it said was read. */
  async end(): Promise<number | null> {
    await once(this.child, 'close');
    return this.child.exitCode;
  }

  /** Kills the process, which cannot do anything about it, as soon as it has acknowledged so many. */
  async killAfter(count: number): Promise<void> {
    const ended = this.end();
    while (this.acknowledged.length < count && this.isRunning) await this.nextWords(ended);
    this.child.kill('SIGKILL');
    await ended;
  }

  private async nextWords(ended: Promise<unknown>): Promise<void> {
    await Promise.race([once(this.child.stdout, 'data'), ended]);
  }

  private said(word: string): readonly string[] {
    return this.lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  }
}
