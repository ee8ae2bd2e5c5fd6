import { createHash } from 'node:crypto';
import type { Sha256 } from '../../src/domain/audit/hash.js';

/** SHA-256 as the platform has it. */
export const sha256: Sha256 = {
  ofText: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  ofHex: (hex) => createHash('sha256').update(hex, 'hex').digest('hex'),
};
