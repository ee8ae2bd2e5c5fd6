import { type Hash, isHash, type Sha256 } from './hash.js';
import { sidesFrom } from './sides.js';
import { emptyRoot, nodeHash } from './tree-hash.js';

/** How many leaves, and the hash over them. */
export interface TreeHead {
  readonly size: bigint;
  readonly root: Hash;
}

/** The claim that a tree is the beginning of another: its leaves, in their places, are the first of the other. */
export interface ConsistencyClaim {
  readonly from: TreeHead;
  readonly to: TreeHead;
  readonly path: readonly Hash[];
}

/**
 * Whether the path proves the claim, by the algorithm of RFC 9162 section 2.1.4.2. A tree without leaves begins every
 * other one and needs no path, if its root is that of nothing. Whatever is malformed proves nothing.
 */
export function provesConsistency(sha256: Sha256, claim: ConsistencyClaim): boolean {
  const { from, to, path } = claim;
  if (!isWellFormed(claim)) return false;
  if (from.size === to.size) return path.length === 0 && from.root === to.root;
  if (from.size === 0n) return path.length === 0 && from.root === emptyRoot(sha256);
  return climbsToBoth(sha256, isPowerOfTwo(from.size) ? { ...claim, path: [from.root, ...path] } : claim);
}

function isWellFormed({ from, to, path }: ConsistencyClaim): boolean {
  return from.size >= 0n && from.size <= to.size && [from.root, to.root, ...path].every(isHash);
}

/** Both roots follow from the path, which begins with the greatest subtree that ends where the smaller tree does. */
function climbsToBoth(sha256: Sha256, { from, to, path: [first, ...siblings] }: ConsistencyClaim): boolean {
  const shared = trailingOnes(from.size - 1n);
  const sides = sidesFrom((from.size - 1n) >> shared, (to.size - 1n) >> shared);
  if (first === undefined || sides.length !== siblings.length) return false;
  let [before, after] = [first, first];
  for (const [level, sibling] of siblings.entries()) {
    const isLeft = sides[level] === 'left';
    if (isLeft) before = nodeHash(sha256, sibling, before);
    after = isLeft ? nodeHash(sha256, sibling, after) : nodeHash(sha256, after, sibling);
  }
  return before === from.root && after === to.root;
}

function isPowerOfTwo(size: bigint): boolean {
  return (size & (size - 1n)) === 0n;
}

/** Levels that a node rises as the last leaf of complete subtrees. */
function trailingOnes(node: bigint): bigint {
  let ones = 0n;
  for (let rest = node; (rest & 1n) === 1n; rest >>= 1n) ones += 1n;
  return ones;
}
