import { existsSync, readFileSync } from 'node:fs';
import { parseVerifierKey, type VerifierKey } from '../domain/audit/verifier-key.js';
import { Misuse } from './misuse.js';
import { sha256 } from './sha256.js';

/** The keys that the command line names: one as `demarche keys show` prints it, or a file of such. @throws Misuse */
export function keysIn(named: string): readonly VerifierKey[] {
  const lines = (existsSync(named) ? contentOf(named) : named).split('\n').filter((line) => line.trim() !== '');
  const keys = lines.map((line) => parseVerifierKey(line.trim(), sha256) ?? refuse(line));
  return keys.length > 0 ? keys : refuse(named);
}

/** @throws Misuse */
export function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(line: string): never {
  throw new Misuse(`${line} is no public key; it has the form name+id+key.`);
}
