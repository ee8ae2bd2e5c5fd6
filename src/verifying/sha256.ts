import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import type { Sha256 } from '../domain/audit/hash.js';
import type { VerifySignature } from '../domain/audit/open-note.js';

/** SHA-256 as the platform has it. */
export const sha256: Sha256 = {
  ofText: (text) => hash('sha256', text, 'hex'),
  ofHex: (hex) => createHash('sha256').update(hex, 'hex').digest('hex'),
};

/** What a DER public key of Ed25519 begins with. */
const spkiPrefix = '302a300506032b6570032100';

/** Ed25519 as the platform has it; a key that is no point of the curve has signed nothing. */
export const verifyEd25519: VerifySignature = ({ publicKey }, text, signature) => {
  const der = Buffer.from(spkiPrefix + publicKey, 'hex');
  try {
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
};
