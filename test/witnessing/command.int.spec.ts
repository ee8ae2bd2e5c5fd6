import { join } from 'node:path';
import { witness } from '../../src/witness.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { CapturedStream } from '../cli/support/captured-stream.js';
import { ToldLog, ToldServer } from './told-log.js';

const folder = temporaryFolders();

function run(...args: readonly string[]) {
  return runUntil(new AbortController().signal, ...args);
}

async function runUntil(signal: AbortSignal, ...args: readonly string[]) {
  const [stdout, stderr] = [new CapturedStream(), new CapturedStream()];
  const exitCode = await witness(args, { env: {}, stdout, stderr, signal });
  return { exitCode, out: stdout.text, err: stderr.text };
}

describe('the command line of a witness', () => {
  const log = new ToldLog();
  let server: ToldServer;
  beforeAll(async () => {
    server = await ToldServer.of(log);
  });
  afterAll(() => server.stop());

  it.each([
    [[], 'One server is witnessed'],
    [['127.0.0.1:3000'], 'named by an URL'],
    [['ftp://127.0.0.1'], 'named by an URL'],
    [['http://user:secret@127.0.0.1'], 'without user'],
    [['http://127.0.0.1/?x'], 'without user, query'],
    [['http://127.0.0.1', 'http://127.0.0.2'], 'One server is witnessed'],
    [['http://127.0.0.1', '--every', 'hour'], '--every takes seconds'],
    [['http://127.0.0.1', '--timeout', '0'], '--timeout takes seconds'],
    [['http://127.0.0.1', '--key', 'no key'], 'is neither a public key nor a file'],
    [['http://127.0.0.1', '--kye', 'x'], '--kye'],
  ])('is used wrongly with %j', async (args, why) => {
    const { exitCode, out, err } = await run(...args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(new RegExp(`^demarche witness: .*${why}[^]*\nTry --help.\n$`));
  });

  it('explains itself', async () => {
    const { exitCode, out } = await run('--help');
    expect(out).toMatch(/^Usage: demarche witness URL [^]*Examples:\n {2}demarche witness [^]*Exit codes: /);
    expect(exitCode).toBe(0);
  });

  it('says what it trusts from now on, and where it is kept', async () => {
    const state = join(folder(), 'state.json');
    const { out } = await run(`${server.url}/`, '--state', state);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^first seen: demarche\/told, 5 events with the root \S+=$/),
      `trusted from now on: ${log.keys[0]!}`,
      expect.stringContaining('compare it with what its operator gives you'),
      `kept in ${state}`,
      '',
    ]);
  });

  it('says nothing when it is to be quiet and all is well, and what is wrong all the same', async () => {
    const state = join(folder(), 'state.json');
    await run(server.url, '--state', state);
    expect(await run(server.url, '--state', state, '--quiet')).toEqual({ exitCode: 0, out: '', err: '' });
    const gone = await ToldServer.of(log);
    const { url } = gone;
    await gone.stop();
    expect(await run(url, '--state', state, '--quiet')).toEqual({
      exitCode: 3,
      out: '',
      err: expect.stringMatching(/^not witnessed: http:\S+ cannot be reached: /),
    });
  });

  it('ends where it is interrupted, with what it saw last', async () => {
    const state = join(folder(), 'state.json');
    const silent = await ToldServer.of(log);
    const stop = new AbortController();
    silent.instead = { '/v1/log/checkpoint': () => stop.abort() };
    const once = await runUntil(stop.signal, silent.url, '--state', state);
    expect(once).toEqual({ exitCode: 3, out: '', err: 'Interrupted.\n' });
    const later = new AbortController();
    silent.instead = {
      '/v1/log/checkpoint': (_, response) => {
        if (silent.asked.length > 3) later.abort();
        else response.end(log.note);
      },
    };
    const { exitCode } = await runUntil(later.signal, silent.url, '--state', state, '--every', '0.001');
    expect(exitCode).toBe(0);
    await silent.stop();
  });

  it('tells each outcome as a line of JSON', async () => {
    const state = join(folder(), 'state.json');
    const { out } = await run(server.url, '--state', state, '--json', '--key', log.keys[0]!);
    expect(JSON.parse(out)).toEqual({
      outcome: 'first',
      url: server.url,
      at: expect.stringMatching(/^\d{4}-\S+Z$/),
      state,
      isFirstUse: false,
      before: null,
      kept: {
        ...{ origin: 'demarche/told', size: 5, root: expect.stringMatching(/=$/) },
        ...{ seenAt: expect.any(String), keys: log.keys, note: log.note },
      },
      refusal: null,
      why: null,
    });
  });
});
