import { Frontier } from '../../../domain/audit/frontier.js';
import type { Hash } from '../../../domain/audit/hash.js';
import { leafHashOf } from '../../../domain/audit/leaf.js';
import type { LogEvent } from '../../../ports/event-log.js';
import { sha256 } from '../shared/sha256.js';
import type { SqliteLogTree } from './sqlite-log-tree.js';
import { placeOf, Tile, tileHeight, tileWidth } from './tile.js';
import type { ViewsConnection } from './views-connection.js';

/** The tile that is being filled on a level, and how many hashes that level has in all. */
interface Filling {
  readonly tile: Tile;
  count: number;
}

/**
 * Grows the tree by a leaf for each event. Of every eighth level the hashes are kept, one by one at the edge and 256
 * together once they are as many; while views are built from nothing the edge is only written at the end.
 */
export class TreeWriter {
  private frontier: Frontier | null = null;
  private filling: Filling[] = [];
  private building = false;

  constructor(
    private readonly views: ViewsConnection,
    private readonly tree: SqliteLogTree,
  ) {}

  /** Goes on with another file, or after a write that failed. */
  forget(): void {
    this.frontier = null;
    this.filling = [];
    this.building = false;
  }

  /** Begins a tree in an empty file. */
  build(): void {
    this.forget();
    this.building = true;
  }

  add(event: LogEvent): void {
    this.grown().add(leafHashOf(event, sha256), (level, number, hash) => {
      if (level % tileHeight === 0) this.keep(level / tileHeight, number, hash);
    });
  }

  root(): Hash {
    return this.grown().root() ?? this.tree.emptyRoot;
  }

  /** Writes the edge of what was built. */
  finish(): void {
    for (const [tileLevel, { tile, count }] of this.filling.entries()) {
      const first = count - (count % tileWidth);
      for (let number = first; number < count; number++) this.putSingle(tileLevel, number, tile.hashAt(number - first));
    }
    this.forget();
  }

  private keep(tileLevel: number, number: number, hash: Hash): void {
    const filling = (this.filling[tileLevel] ??= { tile: new Tile(), count: 0 });
    const slot = number % tileWidth;
    filling.tile.put(slot, hash);
    filling.count = number + 1;
    if (slot === tileWidth - 1) this.putTile(tileLevel, number, filling.tile);
    else if (!this.building) this.putSingle(tileLevel, number, filling.tile.hashAt(slot));
  }

  private putSingle(tileLevel: number, number: number, hash: Buffer): void {
    this.views.run('INSERT INTO tree_edge (place, hash) VALUES (?, ?)', placeOf(tileLevel, number), hash);
  }

  /** Its last hash is this node's. */
  private putTile(tileLevel: number, number: number, tile: Tile): void {
    const place = placeOf(tileLevel, Math.floor(number / tileWidth));
    this.views.run('INSERT INTO tree_tiles (place, hashes) VALUES (?, ?)', place, tile.whole());
    if (this.building) return;
    const last = placeOf(tileLevel, number);
    this.views.run('DELETE FROM tree_edge WHERE place BETWEEN ? AND ?', last - tileWidth + 1, last);
  }

  /** The tree as it stands in the file, read once. */
  private grown(): Frontier {
    this.frontier ??= this.building ? this.empty() : this.stored();
    return this.frontier;
  }

  private empty(): Frontier {
    return new Frontier((left, right) => this.tree.join(left, right));
  }

  private stored(): Frontier {
    const size = this.tree.head()?.size ?? 0;
    let count = size;
    for (let tileLevel = 0; count > 0; tileLevel++) {
      this.filling[tileLevel] = this.edgeOf(tileLevel, count);
      count = Math.floor(count / tileWidth);
    }
    const node = (level: number, number: number): Hash => this.tree.node(level, number);
    return Frontier.of(size, node, (left, right) => this.tree.join(left, right));
  }

  private edgeOf(tileLevel: number, count: number): Filling {
    const tile = new Tile();
    const first = count - (count % tileWidth);
    for (let number = first; number < count; number++) {
      tile.put(number - first, this.tree.node(tileLevel * tileHeight, number));
    }
    return { tile, count };
  }
}
