import type { Hash } from '../../../domain/audit/hash.js';

/** Levels of the tree that one tile spans: it holds the hashes of its lowest level, the others follow from them. */
export const tileHeight = 8;
export const tileWidth = 256;
const hashBytes = 32;
const levelStep = 2 ** 48;

/** Where a node on one of the levels that are kept (every eighth), or a tile, lies: one key for both. */
export function placeOf(tileLevel: number, number: number): number {
  return tileLevel * levelStep + number;
}

/** The hashes of a tile, as they come. */
export class Tile {
  private readonly bytes = Buffer.alloc(tileWidth * hashBytes);

  put(slot: number, hash: Hash): void {
    this.bytes.write(hash, slot * hashBytes, 'hex');
  }

  hashAt(slot: number): Buffer {
    return Buffer.from(this.bytes.subarray(slot * hashBytes, (slot + 1) * hashBytes));
  }

  whole(): Buffer {
    return Buffer.from(this.bytes);
  }
}

/** So many hashes of a tile that is whole, from a slot on. */
export function hashesIn(tile: Buffer, slot: number, count: number): Hash[] {
  return Array.from({ length: count }, (_, index) =>
    tile.toString('hex', (slot + index) * hashBytes, (slot + index + 1) * hashBytes),
  );
}
