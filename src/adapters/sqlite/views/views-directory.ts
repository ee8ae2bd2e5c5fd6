import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Seeding } from '../../../ports/view-store.js';
import { Database } from '../shared/driver.js';
import { isBlank, markOf, mismatchOf } from '../shared/file-kind.js';
import { makeFolder } from '../../../files/make-folder.js';
import { OwnerLock } from './owner-lock.js';
import type { ViewsConnection } from './views-connection.js';
import { isBroken } from './views-failure.js';
import { ViewsPlace } from './views-place.js';
import { viewsFileIn } from './views-file.js';
import { viewsKind } from './views-schema.js';

const building = '…building';

/** One file a version in the node's directory; the one being built has another name until it is whole. */
export class ViewsDirectory extends ViewsPlace {
  private readonly file: string;
  private readonly lock: OwnerLock;
  private opened: number | null = null;

  /** The seed is another node's views, exported; it is never written to. */
  constructor(
    directory: string,
    private readonly seedFile: string | null = null,
  ) {
    super();
    makeFolder(resolve(directory));
    this.file = viewsFileIn(directory);
    this.lock = new OwnerLock(`${this.file}-owner`);
  }

  override own(): boolean {
    if (this.lock.isHeld) return true;
    const owned = this.lock.take();
    if (owned) remove(this.file + building);
    return owned;
  }

  override open(owned: boolean): Database | null {
    if (!existsSync(this.file)) return null;
    this.opened = this.inode();
    return readable(() => new Database(this.file, { readonly: !owned, fileMustExist: true, timeout: 1000 }));
  }

  override wasReplaced(): boolean {
    return this.inode() !== this.opened;
  }

  override seed(): Seeding | null {
    if (this.seedFile === null) return null;
    const refused = unusable(this.seedFile);
    if (refused === null) copyFileSync(this.seedFile, this.file + building);
    return { file: this.seedFile, refused };
  }

  override create(): Database {
    remove(this.file + building);
    return new Database(this.file + building);
  }

  override publish(views: ViewsConnection): void {
    views.use(null);
    flush(this.file + building);
    remove(this.file);
    renameSync(this.file + building, this.file);
    views.use(this.open(true));
  }

  override discard(): void {
    if (this.lock.isHeld) remove(this.file);
  }

  override release(): void {
    this.lock.release();
  }

  private inode(): number | null {
    return statSync(this.file, { throwIfNoEntry: false })?.ino ?? null;
  }
}

/** Why a node cannot begin with the views in this file. */
function unusable(file: string): string | null {
  if (!existsSync(file)) return 'there is no such file';
  try {
    const seed = new Database(file, { readonly: true, fileMustExist: true });
    const mismatch = mismatchOf(markOf(seed), viewsKind);
    seed.close();
    return mismatch === undefined ? null : `it ${mismatch}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A file that is broken, or of another kind, is as good as none: views are built again from the log. */
function readable(open: () => Database): Database | null {
  let database: Database | null = null;
  try {
    database = open();
    const mark = markOf(database);
    if (!isBlank(mark) && mismatchOf(mark, viewsKind) === undefined) return database;
  } catch (error) {
    database?.close();
    if (isBroken(error)) return null;
    throw error;
  }
  database.close();
  return null;
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function remove(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}
