import { readFileSync } from 'node:fs';
import { formatKept, type Kept, parseKept } from './kept.js';
import { Lock } from './lock.js';
import { NotDone } from './not-done.js';
import { messageOf, systemCode } from './system-error.js';
import type { Patience } from './watched-server.js';
import { makeFile, replaceFile } from './write-file.js';

/** The file in which a witness keeps what it saw of one server, and beside it what it refused. */
export class StateFile {
  constructor(readonly file: string) {}

  /** Does the work alone; what it gives is kept in place of what was kept before. @throws NotDone */
  async update<T extends { readonly keep: Kept }>(
    patience: Patience,
    work: (kept: Kept | null) => Promise<T>,
  ): Promise<T> {
    const lock = await this.orNotDone(() => Lock.take(`${this.file}.lock`, patience));
    try {
      const result = await work(this.read());
      lock.assertHeld();
      await this.orNotDone(() => replaceFile(this.file, formatKept(result.keep)));
      return result;
    } finally {
      lock.release();
    }
  }

  /** @throws NotDone when it is there, and is nothing that a witness kept */
  read(): Kept | null {
    const text = this.text();
    const kept = text === null ? null : parseKept(text);
    if (text === null || kept) return kept;
    const remedy = 'Restore it from a backup; without it nothing that was seen before counts';
    throw new NotDone(`${this.file} is not what a witness keeps, or was changed. ${remedy}.`);
  }

  /**
   * Keeps what was refused in a file beside the state, the first of its kind since the state was written, so that a
   * server that is refused every minute does not fill the disk. Gives its name.
   */
  keepEvidence(name: string, evidence: object): string {
    const file = `${this.file.replace(/\.json$/, '')}.${name}.json`;
    makeFile(file, `${JSON.stringify(evidence, null, 2)}\n`);
    return file;
  }

  private text(): string | null {
    try {
      return readFileSync(this.file, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw new NotDone(`What was kept cannot be read: ${messageOf(error)}`);
    }
  }

  private async orNotDone<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (systemCode(error) === null) throw error;
      throw new NotDone(`What is seen cannot be kept: ${messageOf(error)}`);
    }
  }
}
