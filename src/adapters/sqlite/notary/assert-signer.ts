import { existsSync } from 'node:fs';
import { parseNote } from '../../../domain/audit/note.js';
import { LogNotReadable } from '../../../ports/event-log.js';
import type { SignedHead } from '../../../ports/notary.js';
import { KeyFile } from './key-file.js';
import { verifierOf } from './signing-key.js';

/**
 * Whoever lost the key goes on with another one knowingly: nothing links the two, and a witness refuses the new one.
 * @throws LogNotReadable where no key of the file signed this
 */
export function assertSigner({ origin, size, note }: SignedHead, keyFile: string): void {
  const signers = new Set(parseNote(note)?.signatures.map(({ keyId }) => keyId));
  const remedy = 'put that key back, or its public part below a new one; DEMARCHE_KEY names another file to begin anew';
  const signed = `signed the last checkpoint, of ${String(size)} events; ${remedy}`;
  if (!existsSync(keyFile)) throw new LogNotReadable(`the key ${keyFile} is gone, which ${signed}`);
  const { current, former } = new KeyFile(keyFile).ring();
  const isKnown = [current, ...former].some((key) => signers.has(verifierOf(key, origin).keyId));
  if (!isKnown) throw new LogNotReadable(`${keyFile} has no key that ${signed}`);
}
