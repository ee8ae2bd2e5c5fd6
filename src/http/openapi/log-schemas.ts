import type { Schema } from './schema.js';
import { both, list, orNull, record, ref, text, whole } from './shapes.js';

const hash: Schema = { ...text, description: '32 bytes in base 64, as in checkpoints.' };

/** What is answered of the log as a Merkle tree. */
export const logSchemas: Readonly<Record<string, Schema>> = {
  LogKeys: record({ origin: text, keys: list(text) }),
  InclusionProof: record({ sequence: whole, index: whole, size: whole, leafHash: hash, root: hash, path: list(hash) }),
  ConsistencyProof: record({ from: whole, to: whole, fromRoot: hash, toRoot: hash, path: list(hash) }),
  LogPage: record({ items: list(both(ref('StoredEvent'), record({ leafHash: text }))), next: orNull(whole) }),
};
