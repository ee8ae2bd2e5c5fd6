import type { CheckpointText } from '../domain/audit/checkpoint.js';
import { Frontier } from '../domain/audit/frontier.js';
import type { Hash } from '../domain/audit/hash.js';
import { leafHashOf } from '../domain/audit/leaf.js';
import type { ExportedEvent } from '../domain/audit/log-export.js';
import { emptyRoot, nodeHash } from '../domain/audit/tree-hash.js';
import type { Faults } from './faults.js';
import { sha256 } from './sha256.js';

/** Events that are named one by one; beyond, only how many there are. */
const namedMax = 100;

/** Leaves that are known from elsewhere, by sequence. */
interface KnownLeaves {
  leafAt(sequence: number): Hash | null;
}

/** Rebuilds every leaf and the root, and compares the root with those that were signed, each at its size. */
export class TreeCheck {
  private readonly frontier = new Frontier((left, right) => nodeHash(sha256, left, right));
  private readonly roots = new Map<bigint, Hash>();
  private readonly differing: number[] = [];
  private differingCount = 0;

  constructor(
    private readonly faults: Faults,
    private readonly sizes: ReadonlySet<bigint>,
    private readonly known: KnownLeaves | null,
  ) {
    this.roots.set(0n, emptyRoot(sha256));
  }

  get size(): number {
    return this.frontier.size;
  }

  get root(): Hash {
    return this.frontier.root() ?? emptyRoot(sha256);
  }

  add(event: ExportedEvent): void {
    const leaf = this.leaf(event);
    this.note(event.sequence, leaf);
    this.frontier.add(leaf, () => undefined);
    const size = BigInt(this.frontier.size);
    if (this.sizes.has(size)) this.roots.set(size, this.root);
  }

  /**
   * Whether the log has the root that was signed at that size.
   * @param named which checkpoint it is, for who reads of it
   */
  compare({ size, root }: CheckpointText, named: string): boolean {
    const held = this.roots.get(size);
    if (held === undefined) {
      const events = String(this.frontier.size);
      this.faults.add(null, `${named} is of ${String(size)} events, and there are ${events}`);
    } else if (held !== root) {
      const which = `events 1 … ${String(size)}`;
      this.faults.add(null, `${which} are not those that ${named} was signed for: their root is another`);
    }
    return held === root;
  }

  /** Names the events up to a size that have another leaf than is known: where to look, since nobody signed those. */
  locate(size: bigint): void {
    const named = this.differing.filter((sequence) => BigInt(sequence) <= size);
    for (const sequence of named) this.faults.add(sequence, 'is not what the views of a node were made from');
    const more = this.differingCount - this.differing.length;
    if (more > 0) this.faults.add(null, `${String(more)} more events are not what the views of a node were made from`);
  }

  private note(sequence: number, leaf: Hash): void {
    const known = this.known?.leafAt(sequence) ?? leaf;
    if (known === leaf) return;
    this.differingCount += 1;
    if (this.differing.length < namedMax) this.differing.push(sequence);
  }

  private leaf(event: ExportedEvent): Hash {
    const { sequence, data, dataSha256, leafHash } = event;
    if (dataSha256 !== null && sha256.ofText(data) !== dataSha256)
      this.faults.add(sequence, 'has data that are not those of its hash');
    const leaf = this.hashed(event);
    if (leafHash !== null && leaf !== leafHash) this.faults.add(sequence, 'is not what the log committed to');
    return leaf;
  }

  private hashed(event: ExportedEvent): Hash {
    try {
      return leafHashOf(event, sha256);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.faults.add(event.sequence, `cannot be committed to: ${error.message}`);
      return sha256.ofText('');
    }
  }
}
