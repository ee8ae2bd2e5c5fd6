import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { base64OfHex } from '../../src/domain/audit/base64.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { leavesOf, naiveRoot } from '../domain/audit/naive-tree.js';
import { answering, newKey, ToldLog, ToldServer } from './told-log.js';
import { look } from './watched.js';

const folder = temporaryFolders();
const checkpoint = '/v1/log/checkpoint';
const consistency = '/v1/log/proofs/consistency';

describe('witnessing a server', () => {
  let log: ToldLog;
  let server: ToldServer;
  let state: string;

  beforeEach(async () => {
    log = new ToldLog();
    server = await ToldServer.of(log);
    state = join(folder(), 'state.json');
  });
  afterEach(() => server.stop());

  const looked = (more: { keys?: readonly string[]; at?: string } = {}) => look({ url: server.url, state, ...more });

  /** Refused, with this fault; what was kept stays as it was, to the byte. */
  async function refused(
    more: { keys?: readonly string[] } = {},
  ): Promise<readonly [fault: unknown, evidence: string]> {
    const before = existsSync(state) ? readFileSync(state, 'utf8') : null;
    const { outcome, refusal } = await looked(more);
    expect(outcome).toBe('refused');
    expect(existsSync(state) ? readFileSync(state, 'utf8') : null).toBe(before);
    return [refusal?.fault, readFileSync(refusal?.evidence ?? '', 'utf8')];
  }

  it('keeps what it sees first, and the key that the server names where none was given', async () => {
    const { outcome, isFirstUse, kept } = await looked();
    expect([outcome, isFirstUse, kept?.checkpoint.size]).toEqual(['first', true, 5n]);
    expect(JSON.parse(readFileSync(state, 'utf8'))).toEqual({
      witness: 1,
      url: server.url,
      keys: log.keys,
      seenAt: '2025-06-01T12:00:00.000Z',
      note: log.note,
    });
  });

  it('keeps no key of the server’s that did not sign what it shows', async () => {
    const former = new ToldLog().keys;
    server.instead = { '/v1/log/keys': answering(200, JSON.stringify({ keys: [...former, 'none', ...log.keys] })) };
    await looked();
    expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({ keys: log.keys });
  });

  it('does not ask the server for its keys where one was given', async () => {
    const { outcome, isFirstUse } = await looked({ keys: log.keys });
    expect([outcome, isFirstUse, server.asked]).toEqual(['first', false, [checkpoint]]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('follows a log that grows from %i events', async (size) => {
    log.grow(size);
    await looked();
    log.grow(size + 4);
    const { outcome, kept } = await looked({ at: '2025-06-02T12:00:00.000Z' });
    expect([outcome, kept?.checkpoint.size, kept?.seenAt]).toEqual([
      'grown',
      BigInt(size + 4),
      '2025-06-02T12:00:00.000Z',
    ]);
    expect((await looked()).outcome).toBe('unchanged');
  });

  it('refuses a log that lost its end, with both sizes and roots', async () => {
    await looked();
    log.grow(3);
    const shown = (count: number) => `${String(count)} events with the root ${base64OfHex(naiveRoot(leavesOf(count)))}`;
    const detail = `It showed ${shown(5)}, and now shows ${shown(3)}: the end of the log is gone.`;
    const [fault, evidence] = await refused();
    expect([fault, JSON.parse(evidence)]).toEqual(['rollback', expect.objectContaining({ detail })]);
  });

  it('refuses a second root of one size, and keeps both signed notes as evidence', async () => {
    const { note } = (await looked()).kept!;
    log.fork(5);
    const [fault, evidence] = await refused();
    expect(fault).toBe('fork');
    expect(JSON.parse(evidence)).toMatchObject({
      keys: log.keys,
      kept: { checkpoint: note, seenAt: '2025-06-01T12:00:00.000Z' },
      shown: { checkpoint: log.note, proof: null },
    });
  });

  it('refuses a log that grew from another past, and keeps what was given for a proof', async () => {
    await looked();
    log.fork(4);
    log.leaves = [...log.leaves, ...leavesOf(9).slice(4)];
    const [fault, evidence] = await refused();
    expect(fault).toBe('inconsistent');
    expect(JSON.parse(evidence)).toMatchObject({ shown: { proof: JSON.stringify({ path: log.proof(5, 9) }) } });
  });

  it('keeps the first evidence of a kind, however often the same server is refused', async () => {
    await looked();
    log.fork(5);
    const [, first] = await refused();
    log.fork(5);
    await looked({ at: '2025-06-03T12:00:00.000Z' });
    expect(await refused()).toEqual(['fork', first]);
    expect(readdirSync(join(state, '..')).sort()).toEqual(['state.5.fork.json', 'state.json']);
  });

  it.each([
    ['none', answering(200, '{}')],
    ['one that is no list', answering(200, '{"path":"x"}')],
    ['no JSON', answering(200, '<html>')],
    ['no hashes', answering(200, '{"path":["x","y"]}')],
    ['an empty one', answering(200, '{"path":[]}')],
  ])('refuses what comes with a wrong proof: %s', async (_, proof) => {
    await looked();
    log.grow(9);
    server.instead = { [consistency]: proof };
    expect((await refused())[0]).toBe('inconsistent');
  });

  it('refuses a checkpoint that another key signed, whatever the server says its keys are', async () => {
    await looked();
    log.signing = [newKey()];
    log.grow(9);
    expect((await refused())[0]).toBe('other-key');
  });

  it('does not believe a key for having signed beside the trusted one', async () => {
    await looked();
    const [trusted] = log.signing;
    log.signing = [newKey(), trusted!];
    expect((await looked()).outcome).toBe('unchanged');
    log.signing = log.signing.slice(0, 1);
    expect((await refused())[0]).toBe('other-key');
  });

  it('believes a new key that it is given, and still refuses a log that does not continue what was kept', async () => {
    await looked();
    log.signing = [newKey()];
    log.grow(7);
    expect((await looked({ keys: log.keys })).outcome).toBe('grown');
    log.signing = [newKey()];
    log.grow(6);
    expect((await refused({ keys: log.keys }))[0]).toBe('rollback');
  });

  it('refuses a signature that is not of the key that it names', async () => {
    await looked();
    const { note } = log;
    log.grow(6);
    const signature = note.slice(note.indexOf('\u2014'));
    const forged = log.note.slice(0, log.note.indexOf('\u2014')) + signature;
    server.instead = { [checkpoint]: answering(200, forged) };
    expect((await refused())[0]).toBe('forged');
  });

  it('refuses the log of another origin, also where its key is given', async () => {
    await looked();
    log.origin = 'demarche/another';
    expect((await refused())[0]).toBe('other-origin');
    expect((await refused({ keys: log.keys }))[0]).toBe('other-origin');
  });
});
