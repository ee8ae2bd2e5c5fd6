import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LogAway, LogNotReadable } from '../../../ports/event-log.js';
import { logKind } from '../log/log-kind.js';
import { Database } from '../shared/driver.js';
import { busyTimeout } from '../shared/patiently.js';
import { markOf } from '../shared/file-kind.js';

/** The files of a log, and what they are called while it is being copied there. */
export class CopiedFiles {
  readonly copyingLog: string;
  readonly copyingTexts: string;

  constructor(
    readonly log: string,
    readonly texts: string,
  ) {
    this.copyingLog = `${log}.copying`;
    this.copyingTexts = `${texts}.copying`;
  }

  get isThere(): boolean {
    return existsSync(this.log);
  }

  /** Takes up what a crash left of `publish`; and stops where texts are that would be lost. @throws LogNotReadable */
  recover(): void {
    if (this.isThere) return;
    if (isWhole(this.copyingLog)) this.publish();
    else if (existsSync(this.texts)) {
      throw new LogNotReadable(`there are texts without their log in ${this.texts}; choose another place`);
    }
  }

  /** Gives the finished files their names, the log last. They must be closed. */
  publish(): void {
    rename(this.copyingTexts, this.texts);
    rename(this.copyingLog, this.log);
    flush(dirname(resolve(this.log)));
  }
}

/** Whether the file is a log already, which it becomes in the transaction that ends the copy. */
function isWhole(file: string): boolean {
  if (!existsSync(file)) return false;
  const connection = new Database(file, { timeout: busyTimeout });
  try {
    return markOf(connection).applicationId === logKind.applicationId;
  } finally {
    connection.close();
  }
}

function rename(from: string, to: string): void {
  // Nobody knows the write-ahead log under another name; closing the file has moved everything from it.
  if (existsSync(`${from}-wal`)) throw new LogAway(`${from} is in use by another process`);
  if (existsSync(from)) renameSync(from, to);
}

/** Makes the names durable. Where a folder cannot be opened, as on Windows, the system does that by itself. */
function flush(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  fsyncSync(handle);
  closeSync(handle);
}
