import type { Hash, Sha256 } from './hash.js';

/** Hash of a leaf of the tree: SHA-256(0x00 || leaf), RFC 9162 section 2.1.1. */
export function leafHash(sha256: Sha256, leaf: string): Hash {
  return sha256.ofText(`\0${leaf}`);
}

/** Hash of an inner node: SHA-256(0x01 || left || right), RFC 9162 section 2.1.1. */
export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  return sha256.ofHex(`01${left}${right}`);
}

/** Root of the tree without leaves: the hash of nothing. */
export function emptyRoot(sha256: Sha256): Hash {
  return sha256.ofHex('');
}
