import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Database } from '../shared/driver.js';
import { makeFolder } from '../../../files/make-folder.js';
import { viewsFileIn } from './views-file.js';

/** There are no views to export. */
class CannotExport extends Error {
  override readonly name = 'CannotExport';
}

/**
 * Copies the finished views of the directory into one new file, as they are at this moment, also while a node owns them
 * and goes on writing. The file appears when it is whole.
 * @throws CannotExport
 */
export function exportViews(directory: string, file: string): void {
  const views = viewsFileIn(directory);
  if (!existsSync(views)) throw new CannotExport(`there are no views of this release in ${directory}`);
  makeFolder(dirname(resolve(file)));
  const part = `${file}.part`;
  rmSync(part, { force: true });
  const database = new Database(views, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    database.prepare('VACUUM INTO ?').run(part);
  } finally {
    database.close();
  }
  renameSync(part, file);
}
