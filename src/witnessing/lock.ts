import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotDone } from './not-done.js';
import { systemCode } from './system-error.js';
import type { Patience } from './watched-server.js';
import { makeFile } from './write-file.js';

const glanceMs = 100;

/**
 * Keeps two witnesses from one state: a file beside it, from before the state is read until the new one is written.
 * What a process left that was killed is taken away.
 */
export class Lock {
  private constructor(
    private readonly file: string,
    private readonly mark: string,
  ) {}

  /** Waits for the one before. @throws NotDone when that takes longer than an answer of the server may */
  static async take(file: string, { timeoutMs, signal }: Patience): Promise<Lock> {
    const mark = `${String(process.pid)} ${randomUUID()} ${hostname()}`;
    for (const end = performance.now() + 2 * timeoutMs; ;) {
      if (makeFile(file, mark)) return new Lock(file, mark);
      if (removeAbandoned(file)) continue;
      if (performance.now() > end) throw new NotDone(busy(file));
      await sleep(glanceMs, undefined, { signal });
    }
  }

  /** @throws NotDone when somebody took the lock away */
  assertHeld(): void {
    if (contentOf(this.file) !== this.mark) throw new NotDone(`${this.file} was taken away meanwhile; run it again.`);
  }

  release(): void {
    if (contentOf(this.file) === this.mark) rmSync(this.file);
  }
}

/** Whether the lock is free, or may be: of a process of this machine that has ended. */
function removeAbandoned(file: string): boolean {
  const mark = contentOf(file);
  if (mark === null) return true;
  if (!isAbandoned(mark)) return false;
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    // Between the two glances another process may have done the same, and taken the lock: then it is given back.
    if (contentOf(aside) !== mark) linkSync(aside, file);
  } catch {
    return false; // somebody else is at it
  } finally {
    rmSync(aside, { force: true });
  }
  return true;
}

function isAbandoned(mark: string): boolean {
  const [, pid = '', host] = /^(\d+) \S+ (.*)$/.exec(mark) ?? [];
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function busy(file: string): string {
  return `Another witness is at work (${contentOf(file) ?? ''}); if there is none, delete ${file}.`;
}
