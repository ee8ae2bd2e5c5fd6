import fc from 'fast-check';
import { provesConsistency } from '../../../src/domain/audit/check-consistency.js';
import { provesInclusion } from '../../../src/domain/audit/check-inclusion.js';
import { Frontier } from '../../../src/domain/audit/frontier.js';
import type { Hash } from '../../../src/domain/audit/hash.js';
import { proveConsistency, proveInclusion } from '../../../src/domain/audit/prove.js';
import { rootAt } from '../../../src/domain/audit/tree-nodes.js';
import { sha256 } from '../../support/sha256.js';
import { join, leavesOf, naiveConsistency, naivePath, naiveRoot, nodesOf } from './naive-tree.js';

const sizes = fc.integer({ min: 1, max: 70 });
const treeWithLeaf = sizes.chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));
const twoSizes = sizes.chain((to) => fc.tuple(fc.integer({ min: 0, max: to }), fc.constant(to)));
const flipped = (hash: Hash, bit: number): Hash => {
  const digit = parseInt(hash.charAt(bit >> 2), 16) ^ (1 << (bit & 3));
  return hash.slice(0, bit >> 2) + digit.toString(16) + hash.slice((bit >> 2) + 1);
};
const bits = fc.integer({ min: 0, max: 255 });

describe('a Merkle tree', () => {
  it('has the root of the definition, at every size, told from its complete subtrees or grown leaf by leaf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }), (size) => {
        const leaves = leavesOf(size);
        const frontier = new Frontier(join);
        for (const leaf of leaves) frontier.add(leaf, () => undefined);
        expect(rootAt(nodesOf(leaves), size)).toBe(naiveRoot(leaves));
        expect(frontier.root() ?? sha256.ofText('')).toBe(naiveRoot(leaves));
      }),
    );
  });

  it('goes on growing from any size as if it had never stopped, and tells of every complete subtree once', () => {
    fc.assert(
      fc.property(twoSizes, ([from, to]) => {
        const [leaves, told] = [leavesOf(to), new Map<string, Hash>()];
        const nodes = nodesOf(leaves);
        const node = nodes.node.bind(nodes);
        const frontier = Frontier.of(from, node, join);
        for (const leaf of leaves.slice(from)) {
          frontier.add(leaf, (level, number, hash) => told.set(`${String(level)}/${String(number)}`, hash));
        }
        expect([frontier.size, frontier.root() ?? sha256.ofText('')]).toEqual([to, naiveRoot(leaves)]);
        for (const [place, hash] of told) {
          const [level = 0, number = 0] = place.split('/').map(Number);
          expect(hash).toBe(nodes.node(level, number));
        }
        const completed = (size: number) => size + Math.floor(size / 2) + Math.floor(size / 4);
        const low = [...told.keys()].filter((place) => /^[012]\//.test(place));
        expect(low).toHaveLength(completed(to) - completed(from));
      }),
    );
  });
});

describe('a proof of inclusion', () => {
  it('is that of the definition, and proves its leaf', () => {
    fc.assert(
      fc.property(treeWithLeaf, ([size, index]) => {
        const leaves = leavesOf(size);
        const path = proveInclusion(nodesOf(leaves), index, size);
        expect(path).toEqual(naivePath(index, leaves));
        const claim = { index: BigInt(index), size: BigInt(size), leaf: leaves[index]!, root: naiveRoot(leaves), path };
        expect(provesInclusion(sha256, claim)).toBe(true);
      }),
    );
  });

  it('proves nothing with one bit changed anywhere, or for any other place', () => {
    fc.assert(
      fc.property(treeWithLeaf, bits, fc.nat(80), ([size, index], bit, other) => {
        const leaves = leavesOf(size);
        const path = naivePath(index, leaves);
        const claim = { index: BigInt(index), size: BigInt(size), leaf: leaves[index]!, root: naiveRoot(leaves), path };
        const proves = (changes: Partial<typeof claim>) => provesInclusion(sha256, { ...claim, ...changes });
        expect(proves({ leaf: flipped(claim.leaf, bit) })).toBe(false);
        expect(proves({ root: flipped(claim.root, bit) })).toBe(false);
        expect(proves({ index: BigInt(other) })).toBe(other === index);
        expect(proves({ path: [...path, claim.root] })).toBe(false);
        path.forEach((hash, at) => expect(proves({ path: path.with(at, flipped(hash, bit)) })).toBe(false));
        path.forEach((_, at) => expect(proves({ path: path.toSpliced(at, 1) })).toBe(false));
      }),
    );
  });
});

describe('a proof of consistency', () => {
  it('is that of the definition, and proves that one tree begins the other', () => {
    fc.assert(
      fc.property(twoSizes, ([from, to]) => {
        const leaves = leavesOf(to);
        const path = proveConsistency(nodesOf(leaves), from, to);
        expect(path).toEqual(from === 0 ? [] : naiveConsistency(from, leaves));
        const heads = { from: headOf(leaves.slice(0, from)), to: headOf(leaves) };
        expect(provesConsistency(sha256, { ...heads, path })).toBe(true);
      }),
    );
  });

  it('proves nothing of a tree with another leaf, with a bit changed, or with a hash too many or too few', () => {
    fc.assert(
      fc.property(twoSizes, bits, fc.nat(), ([from, to], bit, seed) => {
        fc.pre(from > 0);
        const leaves = leavesOf(to);
        const changed = leaves.with(seed % from, flipped(leaves[seed % from]!, bit));
        const path = proveConsistency(nodesOf(leaves), from, to);
        const claim = { from: headOf(leaves.slice(0, from)), to: headOf(leaves), path };
        const proves = (changes: Partial<typeof claim>) => provesConsistency(sha256, { ...claim, ...changes });
        expect(proves({ from: headOf(changed.slice(0, from)) })).toBe(false);
        expect(proves({ to: headOf(changed) })).toBe(false);
        expect(proves({ path: [...path, claim.to.root] })).toBe(false);
        path.forEach((hash, at) => expect(proves({ path: path.with(at, flipped(hash, bit)) })).toBe(false));
        path.forEach((_, at) => expect(proves({ path: path.toSpliced(at, 1) })).toBe(false));
      }),
    );
  });
});

function headOf(leaves: readonly Hash[]) {
  return { size: BigInt(leaves.length), root: naiveRoot(leaves) };
}
