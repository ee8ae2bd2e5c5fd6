import type { Hash } from '../../../domain/audit/hash.js';
import { leafHashOf, leafOf } from '../../../domain/audit/leaf.js';
import { emptyRoot, nodeHash } from '../../../domain/audit/tree-hash.js';
import type { LogEvent } from '../../../ports/event-log.js';
import { LogTree, type ProjectedTree } from '../../../ports/log-tree.js';
import { sha256 } from '../shared/sha256.js';
import { hashesIn, placeOf, tileHeight, tileWidth } from './tile.js';
import type { ViewsConnection } from './views-connection.js';

/** The tree from the views: whole tiles of hashes, and the hashes that do not make one yet. */
export class SqliteLogTree extends LogTree {
  override readonly emptyRoot = emptyRoot(sha256);

  constructor(private readonly views: ViewsConnection) {
    super();
  }

  override head(): ProjectedTree | null {
    if (!this.views.isOpen) return null;
    return this.views.one<ProjectedTree>('SELECT log_id AS logId, sequence AS size, root FROM checkpoint') ?? null;
  }

  override node(level: number, number: number): Hash {
    const tileLevel = Math.floor(level / tileHeight);
    const count = 2 ** (level % tileHeight);
    const hashes = this.hashes(tileLevel, number * count, count);
    if (hashes.length !== count)
      throw new RangeError(`the tree has no node ${String(number)} at level ${String(level)}`);
    return this.over(hashes);
  }

  override join(left: Hash, right: Hash): Hash {
    return nodeHash(sha256, left, right);
  }

  override holds(event: LogEvent): boolean {
    const held = this.node(0, event.sequence - 1);
    try {
      return leafHashOf(event, sha256) === held;
    } catch (error) {
      if (error instanceof RangeError) return false; // what no leaf can hold, none does
      throw error;
    }
  }

  override leafOf(event: LogEvent): string {
    return leafOf(event, sha256);
  }

  /** Hashes on a level that is kept, within one tile. A tile replaces its single hashes: these are looked for first. */
  private hashes(tileLevel: number, first: number, count: number): readonly Hash[] {
    const place = placeOf(tileLevel, first);
    const single = this.views.all<{ hash: Buffer }>(selectEdge, place, place + count - 1);
    if (single.length === count) return single.map(({ hash }) => hash.toString('hex'));
    const tile = this.views.one<{ hashes: Buffer }>(selectTile, placeOf(tileLevel, Math.floor(first / tileWidth)));
    return tile ? hashesIn(tile.hashes, first % tileWidth, count) : [];
  }

  /** The hash over a complete subtree of these. */
  private over(hashes: readonly Hash[]): Hash {
    const [only = ''] = hashes;
    if (hashes.length === 1) return only;
    const pairs = Array.from({ length: hashes.length / 2 }, (_, index) =>
      this.join(hashes[2 * index] ?? '', hashes[2 * index + 1] ?? ''),
    );
    return this.over(pairs);
  }
}

const selectEdge = 'SELECT hash FROM tree_edge WHERE place BETWEEN ? AND ? ORDER BY place';
const selectTile = 'SELECT hashes FROM tree_tiles WHERE place = ?';
