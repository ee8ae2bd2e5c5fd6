import type { Hash } from './hash.js';

/** What is kept of a tree: the hash over each complete subtree. Every count is a safe integer. */
export interface TreeNodes {
  /** Hash over the leaves [number · 2^level, (number + 1) · 2^level), all of which the tree has. */
  node(level: number, number: number): Hash;
  /** Hash of an inner node. */
  join(left: Hash, right: Hash): Hash;
  /** Root of a tree without leaves. */
  readonly emptyRoot: Hash;
}

/** Hash over the leaves [start, end), which form a subtree: `start` is a multiple of 2^k ≥ end − start. */
export function subtreeRoot(nodes: TreeNodes, start: number, end: number): Hash {
  const size = end - start;
  const left = leftSize(size);
  if (left === size) return nodes.node(levelOf(size), start / size);
  return nodes.join(subtreeRoot(nodes, start, start + left), subtreeRoot(nodes, start + left, end));
}

/** Root of the tree of the first `size` leaves. */
export function rootAt(nodes: TreeNodes, size: number): Hash {
  return size === 0 ? nodes.emptyRoot : subtreeRoot(nodes, 0, size);
}

/** The greatest power of two that is at most the size; the size itself when it is one. */
function leftSize(size: number): number {
  let power = 1;
  while (power * 2 <= size) power *= 2;
  return power;
}

/** Leaves of the left child of a tree with more than one: the greatest power of two below its size. */
export function leftChildSize(size: number): number {
  const left = leftSize(size);
  return left === size ? size / 2 : left;
}

function levelOf(power: number): number {
  let level = 0;
  for (let rest = power; rest > 1; rest /= 2) level += 1;
  return level;
}
