import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { VerifySignature } from '../../src/domain/audit/open-note.js';

const spkiPrefix = '302a300506032b6570032100';

/** Ed25519 as the platform has it. */
export const verifyEd25519: VerifySignature = ({ publicKey }, text, signature) =>
  verify(
    null,
    Buffer.from(text, 'utf8'),
    createPublicKey({ key: Buffer.from(spkiPrefix + publicKey, 'hex'), format: 'der', type: 'spki' }),
    Buffer.from(signature, 'hex'),
  );

export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('hex').slice(spkiPrefix.length);
}

export function signEd25519(key: KeyObject, text: string): string {
  return sign(null, Buffer.from(text, 'utf8'), key).toString('hex');
}
