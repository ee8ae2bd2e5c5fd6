import { type Note, parseNote } from './note.js';
import type { VerifierKey } from './verifier-key.js';

/** Whether the signature is this key's over the text's UTF-8: Ed25519, which comes in from outside. */
export type VerifySignature = (key: VerifierKey, text: string, signature: string) => boolean;

/** Why a note is not believed. */
export type NoteFault = 'malformed' | 'unsigned' | 'forged';

/**
 * The note, if a known key signed it. Signatures of unknown keys are ignored; one of a known key that does not hold
 * spoils the note, as signed-note asks of verifiers.
 */
export function openNote(source: string, keys: readonly VerifierKey[], verify: VerifySignature): Note | NoteFault {
  const note = parseNote(source);
  if (!note) return 'malformed';
  const known = note.signatures.flatMap(({ name, keyId, signature }) => {
    const key = keys.find((one) => one.name === name && one.keyId === keyId);
    return key ? [verify(key, note.text, signature)] : [];
  });
  if (known.length === 0) return 'unsigned';
  return known.every(Boolean) ? note : 'forged';
}
