import { provesConsistency } from '../../../src/domain/audit/check-consistency.js';
import { provesInclusion } from '../../../src/domain/audit/check-inclusion.js';
import { sha256 } from '../../support/sha256.js';
import { join } from './naive-tree.js';

const hashes = Array.from({ length: 64 }, (_, level) => sha256.ofText(`sibling ${String(level)}`));
const leaf = sha256.ofText('leaf');
const greatest = 2n ** 64n - 1n;

/** Every sibling of the first leaf stands to its right. */
const rootOfFirst = hashes.reduce((hash, sibling) => join(hash, sibling), leaf);

describe('proofs about trees that no log will ever fill', () => {
  it('tell the first of 2^64 − 1 leaves, and none beside it', () => {
    const claim = { index: 0n, size: greatest, leaf, root: rootOfFirst, path: hashes };
    expect(provesInclusion(sha256, claim)).toBe(true);
    expect(provesInclusion(sha256, { ...claim, index: 1n })).toBe(false);
    expect(provesInclusion(sha256, { ...claim, index: greatest })).toBe(false);
    expect(provesInclusion(sha256, { ...claim, size: 2n ** 63n })).toBe(false);
    expect(provesInclusion(sha256, { ...claim, path: hashes.slice(1) })).toBe(false);
  });

  it('tell that a tree of one leaf begins one of 2^64 − 1', () => {
    const claim = { from: { size: 1n, root: leaf }, to: { size: greatest, root: rootOfFirst }, path: hashes };
    expect(provesConsistency(sha256, claim)).toBe(true);
    expect(provesConsistency(sha256, { ...claim, from: { size: 2n, root: leaf } })).toBe(false);
    expect(provesConsistency(sha256, { ...claim, from: claim.to, to: claim.from })).toBe(false);
  });

  it('refuse sizes and places that there are none of', () => {
    const nothing = { index: 0n, size: 0n, leaf, root: leaf, path: [] };
    expect(provesInclusion(sha256, nothing)).toBe(false);
    expect(provesInclusion(sha256, { ...nothing, index: -1n, size: 1n })).toBe(false);
    expect(provesInclusion(sha256, { ...nothing, size: 1n, leaf: leaf.toUpperCase() })).toBe(false);
    const empty = { size: 0n, root: sha256.ofText('') };
    expect(provesConsistency(sha256, { from: empty, to: { size: 1n, root: leaf }, path: [] })).toBe(true);
    expect(provesConsistency(sha256, { from: empty, to: { size: 1n, root: leaf }, path: [leaf] })).toBe(false);
    expect(provesConsistency(sha256, { from: { ...empty, root: leaf }, to: { size: 1n, root: leaf }, path: [] })).toBe(
      false,
    );
    expect(provesConsistency(sha256, { from: { size: -1n, root: leaf }, to: empty, path: [] })).toBe(false);
  });
});
