import type { Hash } from './hash.js';

/** A complete subtree that a new leaf has completed. */
export type Completed = (level: number, number: number, hash: Hash) => void;

/**
 * The right edge of a growing tree: for each bit of its size the complete subtree of so many leaves, the greatest
 * first. That is all that it takes to add leaves and to tell the root.
 */
export class Frontier {
  private readonly peaks: Hash[] = [];
  private leaves = 0;

  constructor(private readonly join: (left: Hash, right: Hash) => Hash) {}

  /** The edge of a tree that has so many leaves already; `node` gives its complete subtrees. */
  static of(
    size: number,
    node: (level: number, number: number) => Hash,
    join: (left: Hash, right: Hash) => Hash,
  ): Frontier {
    const frontier = new Frontier(join);
    let [level, power] = [0, 1];
    while (power * 2 <= size) [level, power] = [level + 1, power * 2];
    for (let start = 0; start < size; level -= 1, power /= 2) {
      if (size - start < power) continue;
      frontier.peaks.push(node(level, start / power));
      start += power;
    }
    frontier.leaves = size;
    return frontier;
  }

  get size(): number {
    return this.leaves;
  }

  /** Adds a leaf; tells of it and of every subtree that it completes, from the leaf up. */
  add(leaf: Hash, completed: Completed): void {
    let [hash, level, number] = [leaf, 0, this.leaves];
    completed(level, number, hash);
    while (number % 2 === 1) {
      hash = this.join(this.peaks.pop() ?? '', hash);
      number = (number - 1) / 2;
      level += 1;
      completed(level, number, hash);
    }
    this.peaks.push(hash);
    this.leaves += 1;
  }

  /** Root of the tree so far; undefined while it has no leaf. */
  root(): Hash | undefined {
    return this.peaks.reduceRight<Hash | undefined>(
      (right, left) => (right === undefined ? left : this.join(left, right)),
      undefined,
    );
  }
}
