import { FakeServer } from './support/fake-server.js';
import { runOn, testHost } from './support/test-host.js';
import { run } from '../../src/cli/run.js';

const problem = (status: number, code: string, errors: readonly unknown[] = []): object => ({
  status,
  json: { status, code, detail: `No: ${code}.`, errors },
});

describe('the command line', () => {
  let server: FakeServer | undefined;
  afterEach(() => server?.stop());

  it.each([
    'serve',
    'demo',
    'record',
    'stance',
    'timeline',
    'replay',
    'trace',
    'acts',
    'keys',
    'export',
    'verify',
    'witness',
    'rebuild',
  ])('explains %s, with examples', async (name) => {
    const { exitCode, out, err } = await runOn({}, name, '--help');
    expect(out).toMatch(new RegExp(`^Usage: demarche ${name} [^]*Examples:\\n  demarche ${name}|Examples:`));
    expect([exitCode, err]).toEqual([0, '']);
  });

  it('tells its version', async () => {
    expect(await runOn({}, '--version')).toEqual({ exitCode: 0, out: '1.2.3\n', err: '' });
  });

  it('suggests what a misspelt command was perhaps meant to be', async () => {
    const { exitCode, err } = await runOn({}, 'stanse');
    expect(err).toContain("unknown command 'stanse'\n(Did you mean stance?)");
    expect(exitCode).toBe(2);
  });

  it.each([
    [[]],
    [['stance']],
    [['stance', 'a', 'b', '--validat', 'x']],
    [['serve', '--port', '70000']],
    [['stance', 'a', 'b', '--to', 'localhost:3000']],
    [['stance', 'a', 'b', '--to', 'ftp://x']],
  ])('ends %j with exit code 2, since it is wrong usage', async (args) => {
    const { exitCode, out, err } = await runOn({}, ...args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  it.each([
    [problem(404, 'not-found'), 1],
    [problem(422, 'beyond-head', [{ pointer: '?atSequence', detail: 'Beyond.' }]), 1],
    [problem(422, 'bad-time', [{ pointer: '?validAt', detail: 'No time.' }]), 2],
    [{ ...problem(503, 'log-away'), headers: { 'retry-after': '0' } }, 3],
  ])('turns the answer %j into exit code %i', async (answer, expected) => {
    server = await FakeServer.answering(() => answer as { status: number });
    const { exitCode, err, out } = await runOn({ env: { DEMARCHE_URL: server.url } }, 'stance', 'a', 'b');
    expect([exitCode, out]).toEqual([expected, '']);
    expect(err).toMatch(/^demarche: .*No: /);
  });

  it('calls a query parameter what it is called on the command line', async () => {
    const errors = [{ pointer: '?validAt', detail: 'No time.' }];
    server = await FakeServer.answering(() => problem(422, 'bad-time', errors) as { status: number });
    const { err } = await runOn({}, 'stance', 'a', 'b', '--to', server.url, '--valid-at', 'x');
    expect(err).toBe('demarche: No: bad-time. (bad-time)\n  --valid-at: No time.\n');
  });

  it('asks with every flag under the API’s own name', async () => {
    server = await FakeServer.answering(() => ({ status: 200, json: { answer: true } }));
    const flags = [
      '--published-until=2025-04',
      '--min-reliability=B',
      '--mandated',
      '--half-life-days=30',
      '--contributions=all',
    ];
    await runOn({}, 'stance', 'a b', 'c', '--json', '--to', server.url, ...flags);
    expect(server.received[0]?.path).toBe(
      '/v1/stances/a%20b/c?halfLifeDays=30&publishedUntil=2025-04&minReliability=B&mandated=true&contributions=all',
    );
  });

  it('prints the server’s answer byte for byte', async () => {
    server = await FakeServer.answering(() => ({ status: 200, json: { number: 0.1, text: '“é”' } }));
    const { out } = await runOn({}, 'acts', '--json', '--to', server.url);
    expect(out).toBe('{"number":0.1,"text":"“é”"}');
  });

  it('takes --to of a time span for its end, and a URL for the server', async () => {
    server = await FakeServer.answering(() => ({ status: 200, json: {} }));
    await runOn({}, 'timeline', 'a', 'b', '--json', '--to', '2025-06', '--to', server.url, '--from', '2025-01');
    expect(server.received[0]?.path).toBe('/v1/stances/a/b/timeline?from=2025-01&to=2025-06');
  });

  it('ends with exit code 3 where nobody listens', async () => {
    const gone = await FakeServer.answering(() => ({ status: 200 }));
    const { url } = gone;
    await gone.stop();
    const { exitCode, err } = await runOn({}, 'acts', '--to', url);
    expect(err).toContain('cannot be reached: connect ECONNREFUSED');
    expect(exitCode).toBe(3);
  });

  it('ends with exit code 3 where the log cannot be opened', async () => {
    const open = (): Promise<never> => Promise.reject(new Error('newer than this release'));
    const { exitCode, err } = await runOn({ open }, 'acts');
    expect([exitCode, err]).toEqual([3, 'demarche: The log cannot be opened: newer than this release\n']);
  });

  it('ends with exit code 2 where a setting cannot be used', async () => {
    const open = (): Promise<never> => Promise.reject(Object.assign(new Error('PORT is x'), { name: 'BadConfig' }));
    const { exitCode, err } = await runOn({ open }, 'acts');
    expect([exitCode, err]).toEqual([2, 'demarche: PORT is x\n']);
  });

  it('closes the server that it started, whatever the answer', async () => {
    const answering = await FakeServer.answering(() => problem(404, 'not-found') as { status: number });
    let closed = false;
    const close = async (): Promise<void> => {
      closed = true;
      await answering.stop();
    };
    const { exitCode } = await runOn({ open: () => Promise.resolve({ url: answering.url, close }) }, 'acts');
    expect([exitCode, closed]).toEqual([1, true]);
  });

  it('says where it serves and how to change a port that is taken', async () => {
    const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', syscall: 'listen' });
    const { exitCode, err } = await runOn({ open: () => Promise.reject(taken), env: { PORT: '8080' } }, 'serve');
    expect(err).toBe(
      'demarche: Port 8080 of 127.0.0.1 is in use. Stop the other program, or choose a port: --port 8081, or PORT.\n',
    );
    expect(exitCode).toBe(3);
  });

  it('serves until it is told to stop', async () => {
    const stop = new AbortController();
    let closed = false;
    const open: Parameters<typeof testHost>[0] = {
      signal: stop.signal,
      open: ({ listen }) => {
        setTimeout(() => stop.abort(), 10);
        const close = (): Promise<void> => Promise.resolve(void (closed = true));
        return Promise.resolve({ url: `http://${listen?.host ?? ''}:${listen?.port ?? 0}`, close });
      },
    };
    const { exitCode, err } = await runOn(open, 'serve', '--host', '127.0.0.2', '--port', '81');
    expect(err).toBe('Listening on http://127.0.0.2:81; documentation at http://127.0.0.2:81/docs\n');
    expect([exitCode, closed]).toEqual([0, true]);
  });

  it('tells how far a rebuild is, and what it came to', async () => {
    const rebuild = (
      onProgress: (done: number, total: number) => void,
    ): Promise<{ events: number; seconds: number }> => {
      for (const done of [10, 50, 55, 100]) onProgress(done, 100);
      return Promise.resolve({ events: 100, seconds: 0.5 });
    };
    expect(await runOn({ rebuild }, 'rebuild')).toEqual({
      exitCode: 0,
      out: 'Rebuilt the views from 100 events in 0.5 s, 200 a second.\n',
      err: '10 % (10 of 100 events)\n50 % (50 of 100 events)\n100 % (100 of 100 events)\n',
    });
  });

  it('does not mind a reader who stops reading', async () => {
    server = await FakeServer.answering(() => ({ status: 200, json: {} }));
    const host = testHost();
    host.stdout._write = (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(await run(host, ['acts', '--json', '--to', server.url])).toBe(0);
  });
});
