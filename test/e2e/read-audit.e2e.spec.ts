import { readdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DailyLines } from '../../src/adapters/system/daily-lines.js';
import { configOf } from '../../src/config.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { LocalNode } from '../support/faults/local-node.js';
import { recordCatalogue } from '../support/faults/recordings.js';
import { act, sourceText } from '../support/http/bodies.js';
import { testNow } from '../support/http/test-server.js';
import { TestClock } from '../support/test-clock.js';

const folder = temporaryFolders();
const day = 86_400_000;
const cell = '/v1/stances/united-states/approach-to-moscow';

function linesIn(directory: string): Record<string, unknown>[] {
  const text = readdirSync(directory).map((file) => readFileSync(join(directory, file), 'utf8'));
  return text
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Sends the request as it is, and resolves with the whole answer. */
async function whole(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.end(request);
  return (await socket.toArray()).join('');
}

describe('a node that keeps account of what is read', () => {
  it('tells who asked for what on which basis, and never what was answered', async () => {
    const directory = join(folder(), 'reads');
    const config = configOf({ DEMARCHE_LOG: 'memory:', PORT: '0', DEMARCHE_READS: directory });
    const node = await LocalNode.start(config);
    await recordCatalogue(node);
    await node.post('/v1/acts', act);
    const path = `${cell}?validAt=2025-05-10`;
    const headers = { 'demarche-recorder': 'alice' };
    const stance = await node.send({ method: 'GET', path, headers });
    const known = await node.send({ method: 'GET', path, headers: { 'if-none-match': stance.headers.etag ?? '' } });
    expect(known.status).toBe(304);
    await node.get('/v1/sources/rubio-2025-04-18/text');
    await node.get('/v1/sources/nothing');
    await node.get('/v1/replay?party=united-states&issue=approach-to-moscow&speed=0');
    await node.get('/health/live');
    await node.close();
    const { basis } = stance.json;
    const read = { path: cell, query: 'validAt=2025-05-10', basis, etag: stance.headers.etag, assurance: 'asserted' };
    expect(linesIn(directory)).toMatchObject([
      { ...read, reader: 'alice', status: 200, address: '127.0.0.1' },
      { ...read, reader: null, status: 304 },
      { path: '/v1/sources/rubio-2025-04-18/text', status: 200, basis: null },
      { path: '/v1/sources/nothing', status: 404 },
      { path: '/v1/replay', query: expect.stringContaining('united-states') },
    ]);
    const [file = ''] = readdirSync(directory);
    expect(readFileSync(join(directory, file), 'utf8')).not.toContain(sourceText.slice(0, 20));
    expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600);
  });

  it('tells of a read however its path is spelled, and of a long answer when it begins', async () => {
    const directory = join(folder(), 'reads');
    const node = await LocalNode.start(configOf({ DEMARCHE_LOG: 'memory:', PORT: '0', DEMARCHE_READS: directory }));
    await recordCatalogue(node);
    await fetch(`${node.url}/%76%31/sources/rubio-2025-04-18/text?a=1?b`);
    await whole(node.url, `GET ${node.url}/v1/parties HTTP/1.1\r\nHost: node\r\nConnection: close\r\n\r\n`);
    const leave = new AbortController();
    for (const path of ['/v1/stream', '/v1/replay?by=known&speed=1']) {
      await fetch(node.url + path, { headers: { accept: 'text/event-stream' }, signal: leave.signal });
    }
    leave.abort();
    await node.close();
    expect(linesIn(directory)).toMatchObject([
      { path: '/v1/sources/rubio-2025-04-18/text', query: 'a=1?b', status: 422 },
      { path: '/v1/parties', status: 200, address: '127.0.0.1' },
      { path: '/v1/stream', status: 200, address: '127.0.0.1' },
      { path: '/v1/replay', status: 200, basis: { knownAt: { sequence: 6 }, codebook: 1 } },
    ]);
  });

  it('keeps a file a day, only ever adds to it, and deletes those whose time is over, and no others', async () => {
    const directory = folder();
    const clock = new TestClock(testNow);
    const mine = ['reads-2025-04-01.jsonl', 'reads-2025-05-30.jsonl'];
    for (const file of [...mine, 'reads-of-mine.jsonl', 'log.db']) writeFileSync(join(directory, file), '{"old":1}\n');
    const lines = new DailyLines({ directory, name: 'reads', days: 30, clock });
    lines.take({ read: 1 });
    await lines.flush();
    lines.take({ read: 2 });
    await lines.flush();
    expect(readdirSync(directory).sort()).toEqual([
      ...['log.db', 'reads-2025-05-30.jsonl', 'reads-2025-06-01.jsonl', 'reads-of-mine.jsonl'],
    ]);
    const at = '2025-06-01T12:00:00.000Z';
    const written = `{"at":"${at}","read":1}\n{"at":"${at}","read":2}\n`;
    expect(readFileSync(join(directory, 'reads-2025-06-01.jsonl'), 'utf8')).toBe(written);
    clock.time += 40 * day;
    lines.take({ read: 3 });
    await lines.flush();
    expect(readdirSync(directory).sort()).toEqual(['log.db', 'reads-2025-07-11.jsonl', 'reads-of-mine.jsonl']);
  });

  it('waits with what the disk does not take, and answers all the same', async () => {
    const directory = join(folder(), 'reads');
    writeFileSync(directory, 'no directory');
    const told: string[] = [];
    const onTrouble = (why: string): void => void told.push(why);
    const lines = new DailyLines({ directory, name: 'reads', days: 30, clock: new TestClock(testNow), onTrouble });
    for (let read = 0; read < 100_002; read++) lines.take({ read });
    await lines.flush();
    await lines.flush();
    expect(told).toEqual([expect.stringContaining('EEXIST')]);
    unlinkSync(directory);
    await lines.flush();
    const written = linesIn(directory);
    expect(written).toHaveLength(100_001);
    expect(written.at(-1)).toMatchObject({ lost: 2 });
  });
});
