import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeFolder } from './files/make-folder.js';
import { BadConfig, type Config } from './config.js';
import { fileSentence } from './domain/sentences/file-sentence.js';

/** SQLite takes no paths beyond 512 bytes, those of its own files beside a database included. */
const pathBytesMax = 450;

/**
 * Makes the directories that a node writes to besides its log. A setting that can never work is told at once; else a
 * node would wait for its views as for a full disk, and nobody would miss what was read until it is asked for.
 * @throws BadConfig naming the setting
 */
export function makeFolders({ viewsDirectory, reads }: Config): void {
  if (viewsDirectory !== null) makeUsable(viewsDirectory, 'the directory of the views (DEMARCHE_VIEWS)');
  if (reads) makeUsable(reads.directory, 'the directory of what is read (DEMARCHE_READS)');
}

function makeUsable(directory: string, named: string): void {
  const folder = resolve(directory);
  const isOther = existsSync(folder) && !statSync(folder).isDirectory();
  if (isOther) throw new BadConfig(`${named}: ${directory} is a file, not a directory.`);
  try {
    if (Buffer.byteLength(folder) > pathBytesMax) throw Object.assign(new Error(), { code: 'ENAMETOOLONG' });
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new BadConfig(`${named}: ${fileSentence(directory, 'written', codeOf(error))}`, { cause: error });
  }
}

/** Told by its shape: where modules are loaded twice, as in tests, there are two classes of errors. */
function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
