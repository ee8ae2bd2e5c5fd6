import { CellCache } from '../../src/application/projecting/cell-cache.js';
import { Cell } from '../../src/domain/stances/cell.js';

const size = Cell.of([]).byteSize;

/** A cache with room for so many empty cells. */
function roomFor(cells: number): CellCache {
  return new CellCache(cells * size);
}

function fill(cache: CellCache, count: number): void {
  for (let issue = 0; issue < count; issue++) cache.set({ party: 1, issue }, Cell.of([]));
}

describe('a cache of cells', () => {
  it('keeps cells of different parties and issues apart', () => {
    const cache = roomFor(10);
    const [one, other] = [Cell.of([]), Cell.of([])];
    cache.set({ party: 1, issue: 2 }, one);
    cache.set({ party: 2, issue: 1 }, other);
    expect(cache.get({ party: 1, issue: 2 })).toBe(one);
    expect(cache.get({ party: 2, issue: 1 })).toBe(other);
    expect(cache.get({ party: 2, issue: 2 })).toBeUndefined();
  });

  it('lets go of those not asked for longest when there are too many', () => {
    const cache = roomFor(32);
    fill(cache, 32);
    cache.get({ party: 1, issue: 0 });
    for (let issue = 100; issue < 110; issue++) cache.set({ party: 1, issue }, Cell.of([]));
    expect(cache.get({ party: 1, issue: 0 })).toBeDefined();
    expect(cache.get({ party: 1, issue: 1 })).toBeUndefined();
    expect(cache.get({ party: 1, issue: 109 })).toBeDefined();
  });

  it('does not take a look for a question', () => {
    const cache = roomFor(32);
    fill(cache, 32);
    cache.peek({ party: 1, issue: 0 });
    for (let issue = 100; issue < 110; issue++) cache.set({ party: 1, issue }, Cell.of([]));
    expect(cache.peek({ party: 1, issue: 0 })).toBeUndefined();
  });

  it('forgets all when told to', () => {
    const cache = roomFor(4);
    fill(cache, 3);
    cache.clear();
    expect(cache.get({ party: 1, issue: 2 })).toBeUndefined();
  });
});
