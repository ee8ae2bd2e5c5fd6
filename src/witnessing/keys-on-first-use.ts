import { parseVerifierKey, type VerifierKey } from '../domain/audit/verifier-key.js';
import { sha256 } from '../verifying/sha256.js';
import { textsIn } from './texts-in.js';
import { Refused } from './refused.js';
import { claimedCheckpoint, signedCheckpoint } from './signed-checkpoint.js';

/** The keys among those that the server names which signed the note. @throws Refused `other-key`, `malformed` */
export function keysOnFirstUse(note: string, answer: string): readonly VerifierKey[] {
  const { origin } = claimedCheckpoint(note);
  const named = (textsIn(answer, 'keys') ?? []).flatMap((line) => parseVerifierKey(line, sha256) ?? []);
  const signing = named.filter((key) => key.name === origin && hasSigned(key, note));
  if (signing.length > 0) return signing;
  const shown = { checkpoint: note, proof: answer };
  throw new Refused('other-key', 'It is not signed by a key that the server says is its own.', shown);
}

function hasSigned(key: VerifierKey, note: string): boolean {
  try {
    signedCheckpoint(note, [key]);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
