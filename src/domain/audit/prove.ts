import type { Hash } from './hash.js';
import { leftChildSize, subtreeRoot, type TreeNodes } from './tree-nodes.js';

/**
 * The path that proves the leaf at `index` to be in the tree of the first `size` leaves: RFC 9162 section 2.1.3.1, the
 * leaf's sibling first. Precondition: 0 ≤ index < size, and the tree has so many leaves.
 */
export function proveInclusion(nodes: TreeNodes, index: number, size: number): readonly Hash[] {
  const path: Hash[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + leftChildSize(end - start);
    if (index < middle) {
      path.push(subtreeRoot(nodes, middle, end));
      end = middle;
    } else {
      path.push(subtreeRoot(nodes, start, middle));
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * The path that proves the tree of the first `from` leaves to be the beginning of that of the first `to`: RFC 9162
 * section 2.1.4.1; empty from nothing, or to the same tree. Precondition: 0 ≤ from ≤ to, and the tree has so many.
 */
export function proveConsistency(nodes: TreeNodes, from: number, to: number): readonly Hash[] {
  if (from === 0 || from === to) return [];
  const path: Hash[] = [];
  let [start, end] = [0, to];
  while (end !== from) {
    const middle = start + leftChildSize(end - start);
    if (from <= middle) {
      path.push(subtreeRoot(nodes, middle, end));
      end = middle;
    } else {
      path.push(subtreeRoot(nodes, start, middle));
      start = middle;
    }
  }
  // Whoever checks has the root of the smaller tree, and so this node where it is that whole tree.
  if (start > 0) path.push(subtreeRoot(nodes, start, end));
  return path.reverse();
}
