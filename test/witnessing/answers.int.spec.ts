import type { RequestListener } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answering, ToldLog, ToldServer } from './told-log.js';
import { look } from './watched.js';

const folder = temporaryFolders();
const checkpoint = '/v1/log/checkpoint';
const consistency = '/v1/log/proofs/consistency';

const problem = (status: number, code: string): RequestListener =>
  answering(status, JSON.stringify({ code, detail: 'Event 3 was changed.' }));

describe('what a server that is witnessed may answer', () => {
  let log: ToldLog;
  let server: ToldServer;
  let state: string;

  beforeEach(async () => {
    log = new ToldLog();
    server = await ToldServer.of(log);
    state = join(folder(), 'state.json');
    await looked();
  });
  afterEach(() => server.stop());

  const looked = (timeoutMs = 5000) => look({ url: server.url, state, timeoutMs });

  it.each([
    ['nothing', ''],
    ['a page', '<html>Sign in</html>'],
    ['a note that is no checkpoint', 'demarche/told\nmany\n\n\u2014 demarche/told AAAAAAA=\n'],
    ['a size with leading zeros', 'demarche/told\n05\nAAAA\n\n\u2014 demarche/told AAAAAAA=\n'],
    ['more than any checkpoint takes', `x\n`.repeat(500_000)],
  ])('refuses %s', async (_, body) => {
    server.instead = { [checkpoint]: answering(200, body) };
    expect((await looked()).refusal?.fault).toBe('malformed');
  });

  it('refuses what is not in UTF-8', async () => {
    server.instead = { [checkpoint]: (_, response) => void response.end(Buffer.from([0xff, 0xfe])) };
    expect((await looked()).refusal?.fault).toBe('malformed');
  });

  it('reads no further where an answer does not end', async () => {
    server.instead = {
      [checkpoint]: (_, response) => {
        const write = (): void => {
          if (!response.destroyed) response.write('x'.repeat(65_536), write);
        };
        write();
      },
    };
    expect((await looked()).refusal?.fault).toBe('malformed');
  });

  it('refuses a server that says itself that its log was changed', async () => {
    server.instead = { [checkpoint]: problem(409, 'log-altered') };
    const { refusal } = await looked();
    expect(refusal?.fault).toBe('log-altered');
    expect(readFileSync(refusal?.evidence ?? '', 'utf8')).toContain('Event 3 was changed.');
  });

  it.each([
    ['an error', problem(500, 'internal'), '/v1/log/checkpoint answered 500 (internal)'],
    ['no checkpoint', problem(404, 'not-found'), '/v1/log/checkpoint answered 404 (not-found)'],
    ['a proxy’s page', answering(502, '<html>'), 'answered 502'],
    [
      'a way elsewhere, which is not taken',
      answering(302, '', { location: 'https://elsewhere.example' }),
      'it leads to https://elsewhere.example: name that server',
    ],
    ['no answer in time', () => undefined, 'cannot be reached: there was no answer within 0.1 s'],
    [
      'half an answer',
      ((_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('demarche');
        setImmediate(() => response.destroy());
      }) satisfies RequestListener,
      'cannot be reached: other side closed',
    ],
  ])('has nothing to judge where it gets %s', async (_, answer, why) => {
    server.instead = { [checkpoint]: answer };
    const outcome = await looked(100);
    expect(outcome).toMatchObject({ outcome: 'unreachable', why: expect.stringContaining(why), refusal: null });
    expect(outcome.kept?.checkpoint.size).toBe(5n);
  });

  it('waits no longer where memory is cleaned meanwhile', async () => {
    server.instead = { [checkpoint]: () => undefined };
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const cleaning = setInterval(collectGarbage, 20);
    const { why } = await looked(300).finally(() => clearInterval(cleaning));
    expect(why).toContain('there was no answer within 0.3 s');
  });

  it('has nothing to judge where nobody listens', async () => {
    const { url } = server;
    await server.stop();
    expect(await look({ url, state })).toMatchObject({ outcome: 'unreachable', refusal: null });
    server = await ToldServer.of(log);
  });

  it('asks again where a node has still to follow what another one signed', async () => {
    log.grow(9);
    let times = 0;
    server.instead = {
      [consistency]: (_, response) => {
        if (++times < 3) response.writeHead(422).end(JSON.stringify({ code: 'beyond-head' }));
        else response.end(JSON.stringify({ path: log.proof(5, 9) }));
      },
    };
    expect([(await looked()).outcome, times]).toEqual(['grown', 3]);
  });

  it('keeps nothing of a server that never proves what it signs', async () => {
    log.grow(9);
    server.instead = { [consistency]: problem(422, 'beyond-head') };
    const { outcome, kept } = await looked();
    expect([outcome, kept?.checkpoint.size]).toEqual(['unreachable', 5n]);
  });
});
