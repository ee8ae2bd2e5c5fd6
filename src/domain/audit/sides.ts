export type Side = 'left' | 'right';

/**
 * On which side of the way up from the node `at` its siblings stand, up to the root of a tree whose last node on that
 * level is `last`: the walk of RFC 9162 sections 2.1.3.2 and 2.1.4.2. A node at the right edge has nothing beside it
 * until it is a right child, and rises by itself.
 */
export function sidesFrom(at: bigint, last: bigint): readonly Side[] {
  const sides: Side[] = [];
  let [node, edge] = [at, last];
  while (edge > 0n) {
    const side = isRight(node) || node === edge ? 'left' : 'right';
    sides.push(side);
    const levels = side === 'left' ? levelsToRight(node) : 0n;
    [node, edge] = [node >> (levels + 1n), edge >> (levels + 1n)];
  }
  return sides;
}

/** Levels from a node up to the first one that is a right child; 0 for the node on the far left. */
function levelsToRight(node: bigint): bigint {
  let levels = 0n;
  for (let rest = node; rest !== 0n && !isRight(rest); rest >>= 1n) levels += 1n;
  return levels;
}

function isRight(node: bigint): boolean {
  return (node & 1n) === 1n;
}
