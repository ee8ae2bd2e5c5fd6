import { type CheckpointText, parseCheckpoint } from '../domain/audit/checkpoint.js';
import { type Note, parseNote } from '../domain/audit/note.js';
import { openNote } from '../domain/audit/open-note.js';
import type { VerifierKey } from '../domain/audit/verifier-key.js';
import { verifyEd25519 } from '../verifying/sha256.js';
import { Refused } from './refused.js';

/** What the note says, whoever signed it. @throws Refused `malformed` */
export function claimedCheckpoint(source: string): CheckpointText {
  return read(source).checkpoint;
}

/**
 * What the note says, where one of the keys, all of which are of the log that is watched, signed it.
 * A key that signed beside a trusted one is not believed for that: anybody can add a signature to a note.
 * @throws Refused `malformed`, `other-origin`, `other-key`, `forged`
 */
export function signedCheckpoint(source: string, keys: readonly VerifierKey[]): CheckpointText {
  const { note, checkpoint } = read(source);
  const refuse = refusing(source);
  const own = keys.filter(({ name }) => name === checkpoint.origin);
  const origins = [...new Set(keys.map(({ name }) => name))].join(', ');
  if (own.length === 0) return refuse('other-origin', `It is of ${checkpoint.origin}, and not of ${origins}.`);
  const opened = openNote(source, own, verifyEd25519);
  if (opened === 'forged') return refuse('forged', 'A signature is not of the key that it names.');
  if (typeof opened !== 'string') return checkpoint;
  const trusted = own.map(({ keyId }) => keyId).join(', ');
  return refuse('other-key', `It is signed by ${signers(note)}, and not by the key that is trusted: ${trusted}.`);
}

function read(source: string): { readonly note: Note; readonly checkpoint: CheckpointText } {
  const note = parseNote(source);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!checkpoint)
    return refusing(source)('malformed', `It is ${note ? 'a signed note, and no checkpoint' : 'no signed note'}.`);
  return { note, checkpoint };
}

function refusing(checkpoint: string): (fault: Refused['fault'], message: string) => never {
  return (fault, message) => {
    throw new Refused(fault, message, { checkpoint, proof: null });
  };
}

function signers({ signatures }: Note): string {
  return signatures.map(({ name, keyId }) => `${name}+${keyId}`).join(', ');
}
