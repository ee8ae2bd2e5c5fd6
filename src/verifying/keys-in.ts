import { existsSync } from 'node:fs';
import { parseVerifierKey, type VerifierKey } from '../domain/audit/verifier-key.js';
import { Misuse } from './misuse.js';
import { contentOf } from './readable.js';
import { sha256 } from './sha256.js';

const form = 'A public key has the form name+id+key, as `demarche keys show` prints it.';

/** The keys that the command line names: one as `demarche keys show` prints it, or a file of such. @throws Misuse */
export function keysIn(named: string): readonly VerifierKey[] {
  if (!existsSync(named)) return [keyIn(named) ?? refuse(`${named} is neither a public key nor a file.`)];
  const lines = contentOf(named).split('\n');
  const keys = lines.flatMap(
    (line, index) => keyOn(line) ?? refuse(`Line ${String(index + 1)} of ${named} is no key.`),
  );
  return keys.length > 0 ? keys : refuse(`${named} holds no key.`);
}

/** The key in a line of a file: nothing where it is empty, null where it is no key. */
function keyOn(line: string): readonly VerifierKey[] | null {
  if (line.trim() === '') return [];
  const key = keyIn(line);
  return key && [key];
}

function keyIn(text: string): VerifierKey | null {
  return parseVerifierKey(text.trim(), sha256);
}

function refuse(what: string): never {
  throw new Misuse(`${what} ${form}`);
}
