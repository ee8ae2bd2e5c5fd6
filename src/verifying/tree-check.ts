import type { CheckpointText } from '../domain/audit/checkpoint.js';
import { Frontier } from '../domain/audit/frontier.js';
import type { Hash } from '../domain/audit/hash.js';
import { leafHashOf } from '../domain/audit/leaf.js';
import type { ExportedEvent } from '../domain/audit/log-export.js';
import { emptyRoot, nodeHash } from '../domain/audit/tree-hash.js';
import type { Faults } from './faults.js';
import { sha256 } from './sha256.js';

/** Rebuilds every leaf and the root, and compares the root with those that were signed, each at its size. */
export class TreeCheck {
  private readonly frontier = new Frontier((left, right) => nodeHash(sha256, left, right));
  private readonly roots = new Map<bigint, Hash>();

  constructor(
    private readonly faults: Faults,
    private readonly sizes: ReadonlySet<bigint>,
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
    this.frontier.add(this.leaf(event), () => undefined);
    const size = BigInt(this.frontier.size);
    if (this.sizes.has(size)) this.roots.set(size, this.root);
  }

  /** @param named which checkpoint it is, for who reads of it */
  compare({ size, root }: CheckpointText, named: string): void {
    const known = this.roots.get(size);
    const held = String(this.frontier.size);
    if (known === undefined) this.faults.add(null, `${named} is of ${String(size)} events, and there are ${held}`);
    else if (known !== root) {
      const which = `events 1 … ${String(size)}`;
      this.faults.add(null, `${which} are not those that ${named} was signed for: their root is another`);
    }
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
