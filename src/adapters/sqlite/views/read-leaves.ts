import { existsSync } from 'node:fs';
import type { Hash } from '../../../domain/audit/hash.js';
import { Database } from '../shared/driver.js';
import { hashesIn, placeOf, tileWidth } from './tile.js';
import { isDiskFailure } from './views-failure.js';
import { viewsFileIn } from './views-file.js';

interface TileRow {
  readonly hashes: Buffer;
}

interface EdgeRow {
  readonly place: number;
  readonly hash: Buffer;
}

/** The leaves of the tree over a log, as the views of a node hold them. Nobody vouches for them. */
export interface ViewedLeaves {
  readonly logId: string;
  /** Null where they hold none. */
  leafAt(sequence: number): Hash | null;
  close(): void;
}

/** Reads the leaves from the views in a directory; null when there are none of this release that can be read. */
export function readLeaves(directory: string): ViewedLeaves | null {
  const file = viewsFileIn(directory);
  if (!existsSync(file)) return null;
  return unlessUnreadable(() => {
    const views = new Database(file, { readonly: true, fileMustExist: true, timeout: 1000 });
    const logId = views.prepare<[], string>('SELECT log_id FROM checkpoint').pluck().get();
    return logId === undefined ? null : new LeavesInFile(logId, views);
  });
}

class LeavesInFile implements ViewedLeaves {
  private tile: { readonly number: number; readonly leaves: readonly (Hash | undefined)[] } | null = null;

  constructor(
    readonly logId: string,
    private readonly views: Database,
  ) {}

  leafAt(sequence: number): Hash | null {
    const index = sequence - 1;
    const number = Math.floor(index / tileWidth);
    if (this.tile?.number !== number) this.tile = { number, leaves: unlessUnreadable(() => this.read(number)) ?? [] };
    return this.tile.leaves[index % tileWidth] ?? null;
  }

  close(): void {
    this.views.close();
  }

  private read(number: number): readonly (Hash | undefined)[] {
    const tile = this.views.prepare<[number], TileRow>(selectTile).get(placeOf(0, number));
    if (tile) return hashesIn(tile.hashes, 0, tileWidth);
    const first = placeOf(0, number * tileWidth);
    const leaves = new Array<Hash | undefined>(tileWidth);
    for (const { place, hash } of this.views
      .prepare<[number, number], EdgeRow>(selectEdge)
      .all(first, first + tileWidth - 1))
      leaves[place - first] = hash.toString('hex');
    return leaves;
  }
}

/** What cannot be read, whatever is wrong with it, gives no hint: the log is verified all the same. */
function unlessUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isDiskFailure(error)) return null;
    throw error;
  }
}

const selectTile = 'SELECT hashes FROM tree_tiles WHERE place = ?';
const selectEdge = 'SELECT place, hash FROM tree_edge WHERE place BETWEEN ? AND ?';
