import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { NoteSignature } from '../../../domain/audit/note.js';
import { type VerifierKey, verifierKeyOf } from '../../../domain/audit/verifier-key.js';
import { sha256 } from '../shared/sha256.js';

/** The bytes of a DER public key before the 32 of Ed25519. */
const spkiPrefixDigits = 24;

export function newKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

/** Whoever has this of a key, private or public, can check what it signs in the name of `origin`. */
export function verifierOf(key: KeyObject, origin: string): VerifierKey {
  const hex = publicOf(key).export({ format: 'der', type: 'spki' }).toString('hex').slice(spkiPrefixDigits);
  return verifierKeyOf(origin, hex, sha256);
}

export function publicOf(key: KeyObject): KeyObject {
  return key.type === 'public' ? key : createPublicKey(key);
}

export function signatureOf(key: KeyObject, origin: string, text: string): NoteSignature {
  const { name, keyId } = verifierOf(key, origin);
  return { name, keyId, signature: sign(null, Buffer.from(text, 'utf8'), key).toString('hex') };
}
