import { openViews, type OpenViews } from '../../../../src/adapters/sqlite/views/open-views.js';
import { proveConsistency, proveInclusion } from '../../../../src/domain/audit/prove.js';
import { provesConsistency } from '../../../../src/domain/audit/check-consistency.js';
import { provesInclusion } from '../../../../src/domain/audit/check-inclusion.js';
import type { Hash } from '../../../../src/domain/audit/hash.js';
import { leafHashOf } from '../../../../src/domain/audit/leaf.js';
import { rootAt } from '../../../../src/domain/audit/tree-nodes.js';
import type { LogEvent } from '../../../../src/ports/event-log.js';
import { sha256 } from '../../../support/sha256.js';
import { join as joined } from '../../../domain/audit/naive-tree.js';
import { temporaryFolders } from '../shared/temporary-folder.js';

const folder = temporaryFolders();
/** Two whole levels of tiles and a beginning of both. */
const built = 256 * 256 + 300;
const followed = 700;

function eventAt(sequence: number): LogEvent {
  const id = `event-${String(sequence)}`;
  const envelope = {
    recorder: 'tester',
    assurance: 'asserted',
    command: id,
    correlation: id,
    causation: null,
  } as const;
  const stored = { id, type: 'PartyRegistered', schemaVersion: 1, data: `{"n":${String(sequence)}}` };
  return { ...envelope, ...stored, stream: `party-${id}`, revision: 0, sequence, recordedAt: 1000 + sequence };
}

const leaves = Array.from({ length: built + followed }, (_, index) => leafHashOf(eventAt(index + 1), sha256));
/** RFC 9162's own definition, level by level: a lone last node rises as it is. */
const rootOf = (hashes: readonly Hash[]): Hash => {
  let level = [...hashes];
  while (level.length > 1) {
    const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => [level[2 * at]!, level[2 * at + 1]]);
    level = pairs.map(([left, right]) => (right === undefined ? left! : joined(left!, right)));
  }
  return level[0]!;
};

function write({ store }: OpenViews, after: number, count: number): void {
  const events = Array.from({ length: count }, (_, index) => eventAt(after + 1 + index));
  const { sequence, id, recordedAt } = events.at(-1)!;
  const checkpoint = { logId: 'a', eventId: id, place: { sequence, recordedAt, position: String(sequence) } };
  store.write({
    events: events.map((at) => ({ at, event: { type: 'LogOpened', data: { logId: 'a', format: 1 } } })),
    checkpoint,
    project: () => [],
    derive: () => [],
  });
}

function build(views: OpenViews): void {
  views.store.own();
  views.store.build();
  for (let after = 0; after < built; after += 2000) write(views, after, Math.min(2000, built - after));
  views.store.finish();
}

describe('the tree over the log, in the views', () => {
  let directory: string;
  let views: OpenViews;
  beforeAll(() => {
    directory = folder();
    views = openViews(directory);
    build(views);
  }, 60_000);
  afterAll(() => views.store.close());

  const head = () => views.tree.head();

  it('has the root of its leaves when it was built, and at every size before', () => {
    expect(head()).toEqual({ logId: 'a', size: built, root: rootOf(leaves.slice(0, built)) });
    for (const size of [0, 1, 2, 255, 256, 257, 511, 65_535, 65_536, 65_537, 65_792, built])
      expect([size, rootAt(views.tree, size)]).toEqual([
        size,
        size === 0 ? sha256.ofText('') : rootOf(leaves.slice(0, size)),
      ]);
  });

  it('goes on from there event by event, however they come, also in another process', () => {
    let size = built;
    for (const count of [1, 1, 254, 1, 3, 256, 184]) {
      write(views, size, count);
      size += count;
      expect(head()).toEqual({ logId: 'a', size, root: rootOf(leaves.slice(0, size)) });
      if (count > 200) {
        views.store.close();
        views = openViews(directory);
        views.store.own();
      }
    }
    expect(size).toBe(built + followed);
  }, 60_000);

  it('proves its leaves and its past', () => {
    const size = built + followed;
    const root = rootOf(leaves);
    for (const index of [0, 1, 255, 256, 65_535, 65_536, built - 1, built, size - 1]) {
      const path = proveInclusion(views.tree, index, size);
      const claim = { index: BigInt(index), size: BigInt(size), leaf: leaves[index]!, root, path };
      expect([index, provesInclusion(sha256, claim)]).toEqual([index, true]);
      const from = { size: BigInt(index + 1), root: rootAt(views.tree, index + 1) };
      const past = { from, to: { size: BigInt(size), root }, path: proveConsistency(views.tree, index + 1, size) };
      expect([index, provesConsistency(sha256, past)]).toEqual([index, true]);
    }
  });

  it('knows its events from any other, and from what no leaf can hold', () => {
    expect(views.tree.holds(eventAt(300))).toBe(true);
    expect(views.tree.holds({ ...eventAt(300), recordedAt: 1 })).toBe(false);
    expect(views.tree.holds({ ...eventAt(300), assurance: 'signed' as 'asserted' })).toBe(false);
    expect(views.tree.holds({ ...eventAt(300), recordedAt: 1e17 })).toBe(false);
    expect(() => views.tree.node(0, built + followed)).toThrow('the tree has no node');
  });

  it('tells places in the log to read on from, few hundred events apart where it was followed', () => {
    const { chronicle } = views;
    expect(chronicle.placeBefore(1999)).toEqual({ sequence: 0, recordedAt: null, position: '' });
    expect(chronicle.placeBefore(2000)).toEqual({ sequence: 2000, recordedAt: 3000, position: '2000' });
    const last = chronicle.placeBefore(built + followed).sequence;
    expect(built + followed - last).toBeLessThan(512);
  });
});
