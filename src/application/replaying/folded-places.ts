import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { PlaceTaker } from '../../domain/stances/places.js';

/** Memory for places found lately, in bytes. */
const bytesMax = 33_554_432;

/** Finds all places of a cell. */
export type FindPlaces = (taker: PlaceTaker) => void;

/**
 * Where stances may change in cells that are only found by folding all that was recorded on them: kept, since every
 * page of a replay asks for those of all its cells, and they are far smaller than these.
 */
@Injectable()
export class FoldedPlaces {
  private readonly lately = new LRUCache<string, Float64Array>({
    maxSize: bytesMax,
    sizeCalculation: ({ byteLength }, key) => byteLength + key.length + 100,
  });

  offer(key: string, find: FindPlaces, taker: PlaceTaker): void {
    const places = this.lately.get(key) ?? all(find);
    this.lately.set(key, places);
    for (const place of places) {
      if (place > taker.bound) return;
      if (place >= taker.first) taker.take(place);
    }
  }
}

/** Ascending, each once. */
function all(find: FindPlaces): Float64Array {
  const places = new Set<number>();
  find({ first: -Infinity, bound: Infinity, take: (place) => places.add(place) });
  return Float64Array.from(places).sort();
}
