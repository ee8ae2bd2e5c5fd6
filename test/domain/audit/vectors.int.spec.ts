import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provesConsistency } from '../../../src/domain/audit/check-consistency.js';
import { provesInclusion } from '../../../src/domain/audit/check-inclusion.js';
import { sha256 } from '../../support/sha256.js';

/** A folder with `merkle-inclusion.jsonl` and `merkle-consistency.jsonl` as transparency-dev/merkle has them. */
const folder = process.env['DEMARCHE_MERKLE_VECTORS'] ?? '';

interface Vector {
  readonly leafIdx: bigint;
  readonly treeSize: bigint;
  readonly leafHash: string;
  readonly root: string;
  readonly size1: bigint;
  readonly size2: bigint;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

/** Two claims in the form of those files, one true and one not: so much is tried wherever this runs. */
const ownVectors: Readonly<Record<string, string>> = {
  inclusion: `{"name":"the only leaf","vector":{"leafIdx":0,"treeSize":1,"proof":null,"wantErr":false,
    "root":"bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=","leafHash":"bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="}}`,
  consistency: `{"name":"to itself by a path","vector":{"size1":1,"size2":18446744073709551615,"wantErr":true,
    "root1":"bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=","root2":"bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
    "proof":["bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="]}}`,
};

describe('the vectors that other implementations are held to', () => {
  it.each(vectors('inclusion'))('inclusion: %s', (_, { leafIdx, treeSize, leafHash, root, proof, wantErr }) => {
    const claim = {
      index: leafIdx,
      size: treeSize,
      leaf: hex(leafHash),
      root: hex(root),
      path: (proof ?? []).map(hex),
    };
    expect(provesInclusion(sha256, claim)).toBe(!wantErr);
  });

  it.each(vectors('consistency'))('consistency: %s', (_, { size1, size2, root1, root2, proof, wantErr }) => {
    const heads = { from: { size: size1, root: hex(root1) }, to: { size: size2, root: hex(root2) } };
    expect(provesConsistency(sha256, { ...heads, path: (proof ?? []).map(hex) })).toBe(!wantErr);
  });
});

function vectors(kind: string): [string, Vector][] {
  const file = join(folder, `merkle-${kind}.jsonl`);
  const lines = folder !== '' && existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return [ownVectors[kind]!.replaceAll('\n', ' '), ...lines].map(parsed);
}

/** Numbers reach 2^64 − 1, which JSON.parse would round. */
function parsed(line: string): [string, Vector] {
  const exact = line.replace(/("(?:leafIdx|treeSize|size1|size2)":\s*)(\d+)/g, '$1"$2n"');
  const revive = (_: string, value: unknown): unknown =>
    typeof value === 'string' && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value;
  const { name, vector } = JSON.parse(exact, revive) as { name: string; vector: Vector };
  return [name, vector];
}

function hex(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex');
}
