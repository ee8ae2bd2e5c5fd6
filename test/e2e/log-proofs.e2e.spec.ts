import { provesConsistency } from '../../src/domain/audit/check-consistency.js';
import { provesInclusion } from '../../src/domain/audit/check-inclusion.js';
import { parseCheckpoint } from '../../src/domain/audit/checkpoint.js';
import type { Note } from '../../src/domain/audit/note.js';
import { openNote } from '../../src/domain/audit/open-note.js';
import { leafHash } from '../../src/domain/audit/tree-hash.js';
import { parseTlogProof } from '../../src/domain/audit/tlog-proof.js';
import { parseVerifierKey, type VerifierKey } from '../../src/domain/audit/verifier-key.js';
import { verifyEd25519 } from '../support/ed25519.js';
import { act } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';
import { sha256 } from '../support/sha256.js';

/** Events of the seeded server, and an act. */
const head = 7;
/** Every two numbers up to the head, the lesser first. */
const pairs = Array.from({ length: head + 1 }, (_, to) =>
  Array.from({ length: to + 1 }, (__, from) => [from, to] as const),
).flat();
const hex = (base64: unknown): string => Buffer.from(String(base64), 'base64').toString('hex');
const hexes = (path: unknown): readonly string[] => (path as unknown[]).map(hex);

describe('the log as a Merkle tree', () => {
  let server: TestServer;
  let key: VerifierKey;
  beforeAll(async () => {
    server = await seededServer();
    await server.post('/v1/acts', act);
    const { keys } = (await server.get('/v1/log/keys')).json as { keys: readonly string[] };
    key = parseVerifierKey(keys[0]!, sha256)!;
  });
  afterAll(() => server.stop());

  async function signedCheckpoint(): Promise<{ size: bigint; root: string; note: string }> {
    const answer = await server.get('/v1/log/checkpoint');
    expect([answer.status, answer.header('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const { text } = openNote(answer.text, [key], verifyEd25519) as Note;
    return { ...parseCheckpoint(text)!, note: answer.text };
  }

  it('is signed as far as it goes, and the same until it grows', async () => {
    const first = await signedCheckpoint();
    expect(first.size).toBe(BigInt(head));
    expect(await signedCheckpoint()).toEqual(first);
  });

  it('proves each of its events in each of its states', async () => {
    const { root } = await signedCheckpoint();
    for (const [sequence, size] of pairs.filter(([first]) => first > 0)) {
      const { json } = await server.get(`/v1/log/proofs/inclusion?sequence=${sequence}&size=${size}`);
      expect(json).toMatchObject({ sequence, index: sequence - 1, size });
      const claim = { index: BigInt(sequence - 1), size: BigInt(size), path: hexes(json['path']) };
      const [leaf, rootThen] = [hex(json['leafHash']), hex(json['root'])];
      expect(provesInclusion(sha256, { ...claim, leaf, root: rootThen })).toBe(true);
      if (size === head) expect(rootThen).toBe(root);
    }
  });

  it('proves that each of its states continues each earlier one, nothing included', async () => {
    for (const [from, to] of pairs) {
      const { json } = await server.get(`/v1/log/proofs/consistency?from=${from}&to=${to}`);
      const [before, after] = [hex(json['fromRoot']), hex(json['toRoot'])];
      const heads = { from: { size: BigInt(from), root: before }, to: { size: BigInt(to), root: after } };
      expect([from, to, provesConsistency(sha256, { ...heads, path: hexes(json['path']) })]).toEqual([from, to, true]);
    }
  });

  it('gives the proof of an event in a file that needs nothing but the key', async () => {
    const answer = await server.get(`/v1/log/events/${head}/proof`);
    const proof = parseTlogProof(answer.text)!;
    const { text } = openNote(proof.checkpoint, [key], verifyEd25519) as Note;
    const leaf = Buffer.from(proof.extra ?? '', 'hex').toString('utf8');
    expect(JSON.parse(leaf)).toMatchObject({ leaf: 1, type: 'StatementMade', recorder: 'local', revision: 0 });
    const claim = { ...parseCheckpoint(text)!, index: proof.index, path: proof.path, leaf: leafHash(sha256, leaf) };
    expect(provesInclusion(sha256, claim)).toBe(true);
  });

  it('shows its events as they are stored, page by page', async () => {
    const pages = [await server.get('/v1/log/events?limit=4'), await server.get('/v1/log/events?after=4&limit=4')];
    expect(pages.map(({ json }) => json['next'])).toEqual([4, null]);
    const items = pages.flatMap((page) => page.items);
    expect(items.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(items[0]).toMatchObject({ type: 'LogOpened', stream: 'log', revision: 0 });
    for (const { data, dataSha256 } of items) expect(sha256.ofText(String(data))).toBe(dataSha256);
    expect((await server.get('/v1/log/events?after=7')).json).toEqual({ items: [], next: null });
  });

  it.each([
    ['proofs/inclusion?sequence=0', [422, 'invalid', '?sequence']],
    ['proofs/inclusion?sequence=8', [422, 'beyond-head', '?sequence']],
    ['proofs/inclusion?sequence=5&size=4', [422, 'invalid', '?sequence']],
    ['proofs/inclusion?sequence=1&size=0', [422, 'invalid', '?sequence']],
    ['proofs/inclusion?sequence=18446744073709551615', [422, 'beyond-head', '?sequence']],
    ['proofs/inclusion?sequence=1&size=8', [422, 'beyond-head', '?size']],
    ['proofs/inclusion?sequence=1&size=18446744073709551615', [422, 'beyond-head', '?size']],
    ['proofs/inclusion?sequence=1&size=18446744073709551616', [422, 'invalid', '?size']],
    ['proofs/inclusion?sequence=-1', [422, 'invalid', '?sequence']],
    ['proofs/inclusion', [422, 'invalid', '?sequence']],
    ['proofs/consistency', [422, 'invalid', '?from']],
    ['proofs/consistency?from=5&to=4', [422, 'invalid', '?from']],
    ['proofs/consistency?from=8', [422, 'beyond-head', '?from']],
    ['proofs/consistency?from=1&to=9007199254740993', [422, 'beyond-head', '?to']],
    ['proofs/consistency?from=1&size=2', [422, 'invalid', '?size']],
    ['events/8/proof', [404, 'not-found']],
    ['events/0/proof', [404, 'not-found']],
    ['events/18446744073709551615/proof', [404, 'not-found']],
    ['events?limit=1001', [422, 'invalid', '?limit']],
    ['checkpoint?size=1', [422, 'invalid', '?size']],
  ])('refuses %s', async (path, refusal) => {
    expect((await server.get(`/v1/log/${path}`)).refusal).toEqual(refusal);
  });
});
