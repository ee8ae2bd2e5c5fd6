import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { fileSentence } from '../domain/sentences/file-sentence.js';
import { Misuse } from './misuse.js';

/** That a file named on the command line is one, or a pipe, and can be read. @throws Misuse */
export function assertReadable(file: string): void {
  orMisuse(file, () => accessSync(file, constants.R_OK));
  if (statSync(file).isDirectory()) throw new Misuse(fileSentence(file, 'read', 'EISDIR'));
}

/** @throws Misuse */
export function contentOf(file: string): string {
  assertReadable(file);
  return orMisuse(file, () => readFileSync(file, 'utf8'));
}

function orMisuse<T>(file: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    throw new Misuse(fileSentence(file, 'read', codeOf(error)));
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
