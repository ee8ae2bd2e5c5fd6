import type { Hash } from '../../../src/domain/audit/hash.js';
import type { TreeNodes } from '../../../src/domain/audit/tree-nodes.js';
import { sha256 } from '../../support/sha256.js';

/** The definitions of RFC 9162 section 2.1, word by word, over a list of leaf hashes. */
export function naiveRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return sha256.ofText('');
  if (leaves.length === 1) return leaves[0]!;
  const k = split(leaves.length);
  return join(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

export function naivePath(index: number, leaves: readonly Hash[]): readonly Hash[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return index < k ? [...naivePath(index, left), naiveRoot(right)] : [...naivePath(index - k, right), naiveRoot(left)];
}

export function naiveConsistency(from: number, leaves: readonly Hash[]): readonly Hash[] {
  return subproof(from, leaves, true);
}

function subproof(m: number, leaves: readonly Hash[], isWhole: boolean): readonly Hash[] {
  if (m === leaves.length) return isWhole ? [] : [naiveRoot(leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k
    ? [...subproof(m, left, isWhole), naiveRoot(right)]
    : [...subproof(m - k, right, false), naiveRoot(left)];
}

export function nodesOf(leaves: readonly Hash[]): TreeNodes {
  return {
    node: (level, number) => naiveRoot(leaves.slice(number * 2 ** level, (number + 1) * 2 ** level)),
    join,
    emptyRoot: sha256.ofText(''),
  };
}

export function leavesOf(count: number): readonly Hash[] {
  return Array.from({ length: count }, (_, index) => sha256.ofText(`\0leaf ${String(index)}`));
}

export function join(left: Hash, right: Hash): Hash {
  return sha256.ofHex(`01${left}${right}`);
}

function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}
