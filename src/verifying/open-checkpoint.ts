import { type CheckpointText, parseCheckpoint } from '../domain/audit/checkpoint.js';
import { type NoteFault, openNote } from '../domain/audit/open-note.js';
import type { VerifierKey } from '../domain/audit/verifier-key.js';
import { verifyEd25519 } from './sha256.js';

const reasons: Readonly<Record<NoteFault, string>> = {
  malformed: 'is no signed note',
  unsigned: 'is not signed by a key that was given',
  forged: 'has a forged signature: it is not of the key that it names',
};

/** What the note says, if a key that was given signed it; else why it is not believed. */
export function openCheckpoint(note: string, keys: readonly VerifierKey[]): CheckpointText | string {
  const opened = openNote(note, keys, verifyEd25519);
  if (typeof opened === 'string') return reasons[opened];
  const checkpoint = parseCheckpoint(opened.text);
  if (!checkpoint) return 'is a signed note, and no checkpoint';
  const isItsKey = opened.signatures.some(({ name }) => name === checkpoint.origin);
  return isItsKey ? checkpoint : `is of ${checkpoint.origin}, and signed in another name`;
}
