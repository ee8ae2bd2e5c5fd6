import { type Hash, isHash, type Sha256 } from './hash.js';
import { sidesFrom } from './sides.js';
import { nodeHash } from './tree-hash.js';

/** The claim that the leaf with this hash is the one at `index` (from 0) in the tree of this size and root. */
export interface InclusionClaim {
  readonly index: bigint;
  readonly size: bigint;
  readonly leaf: Hash;
  readonly root: Hash;
  readonly path: readonly Hash[];
}

/** Whether the path proves the claim, by the algorithm of RFC 9162 section 2.1.3.2. Whatever is malformed does not. */
export function provesInclusion(sha256: Sha256, { index, size, leaf, root, path }: InclusionClaim): boolean {
  if (index < 0n || index >= size || ![leaf, root, ...path].every(isHash)) return false;
  const sides = sidesFrom(index, size - 1n);
  if (sides.length !== path.length) return false;
  const climb = (hash: Hash, sibling: Hash, level: number): Hash =>
    sides[level] === 'left' ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling);
  return path.reduce(climb, leaf) === root;
}
