import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FakeServer, type Received, type Reply } from '../support/fake-server.js';
import { type Ran, runOn } from '../support/test-host.js';

const text = `parties:
  - {id: aland, name: Aland, kind: state}
source: {id: herald, title: T, publisher: P, published: 2025-01-02, language: en, reliability: B, textFile: herald.txt}
acts:
  - key: open
    kind: statement
    party: aland
    occurred: 2025-01-01
    summary: Opens
    attribution: official
    citations:
      - exact: "said so"
changes:
  - {retract: "#open", reason: misread}
`;

const done = (request: Received, status: number): Reply => ({
  status,
  json: { id: request.body['id'] ?? 'x', sequence: 7, recordedAt: '2025-06-01T00:00:00.000Z', revision: 0 },
});
const refusal = (status: number, code: string, errors: readonly unknown[] = []): Reply => ({
  status,
  json: { status, code, detail: `No: ${code}.`, errors },
});

describe('recording files', () => {
  let directory: string;
  let server: FakeServer | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demarche-record-'));
    await writeFile(join(directory, 'herald.txt'), 'The minister “said so”.');
    await writeFile(join(directory, 'a.yaml'), text);
  });
  afterEach(async () => {
    await server?.stop();
    await rm(directory, { recursive: true });
  });

  async function record(answer: (request: Received, nth: number) => Reply, ...args: readonly string[]): Promise<Ran> {
    server = await FakeServer.answering(answer);
    const paths = args.some((arg) => !arg.startsWith('--')) ? [] : [join(directory, 'a.yaml')];
    return runOn({ env: {} }, 'record', '--to', server.url, ...paths, ...args);
  }

  const sent = (): readonly string[] => server?.received.map(({ method, path }) => `${method} ${path}`) ?? [];

  it('sends entries, source, acts and changes in this order, and tells what they came to', async () => {
    const { exitCode, out, err } = await record((request) => done(request, 201));
    const [, , act] = server?.received ?? [];
    expect(sent().slice(0, 3)).toEqual(['POST /v1/parties', 'POST /v1/sources', 'POST /v1/acts']);
    expect(sent()[3]).toBe(`POST /v1/acts/${String(act?.body['id'])}/retractions`);
    expect(server?.received[1]?.body).toMatchObject({ text: 'The minister “said so”.' });
    expect(out).toMatch(/^4 recorded, 0 already there, 0 refused in \d+\.\d s\.\n/);
    expect([exitCode, err]).toEqual([0, '']);
  });

  it('sends the same keys again, so that running it again changes nothing', async () => {
    await record((request) => done(request, 201));
    const keys = server?.received.map(({ key }) => key);
    await server?.stop();
    const { out } = await record((request) => done(request, 200));
    expect(server?.received.map(({ key }) => key)).toEqual(keys);
    expect(out).toContain('0 recorded, 4 already there, 0 refused');
  });

  it('names file, line, code and a suggestion for what is refused, and goes on', async () => {
    const suggestions = [{ start: 13, end: 22, exact: '“said so”' }];
    const errors = [{ pointer: '/citations/0/exact', detail: 'Not there.', suggestions }];
    const { exitCode, err, out } = await record((request) =>
      request.path === '/v1/acts' ? refusal(422, 'quote-not-found', errors) : done(request, 201),
    );
    expect(err.split('\n').slice(0, 2)).toEqual([
      `${join(directory, 'a.yaml')}:12:16: quote-not-found: Not there.`,
      '  perhaps: {exact: "“said so”", start: 13, end: 22}',
    ]);
    expect(out).toContain('3 recorded, 0 already there, 1 refused');
    expect(exitCode).toBe(1);
  });

  it('says how to change what is recorded already, where a file was edited', async () => {
    const { err } = await record((request) =>
      request.path === '/v1/acts' ? refusal(409, 'id-in-use') : done(request, 201),
    );
    expect(err).toContain('a.yaml:5:5: id-in-use: No: id-in-use.');
    expect(err).toContain('`{correct: "herald#open", reason: …, act: {…the whole new content}}`');
  });

  it('skips the acts of a refused source, with one message', async () => {
    const { err, out } = await record((request) =>
      request.path === '/v1/sources'
        ? refusal(422, 'bad-time', [{ pointer: '/published', detail: 'No.' }])
        : done(request, 201),
    );
    expect(sent()).not.toContain('POST /v1/acts');
    expect(err).toContain('a.yaml:3:57: bad-time: No.');
    expect(err).toContain('1 of its acts skipped, since their source was refused');
    expect(out).toContain('2 recorded, 0 already there, 1 refused, 1 skipped');
  });

  it('tells where the file has the text when the text is refused', async () => {
    const errors = [{ pointer: '/text', detail: 'Too large.' }];
    const { err } = await record((request) =>
      request.path === '/v1/sources' ? refusal(413, 'too-large', errors) : done(request, 201),
    );
    expect(err).toContain('a.yaml:3:109: too-large: Too large.');
  });

  it('tries again with the same key when the server hangs up or is behind', async () => {
    const { exitCode, out } = await record((request, nth) => {
      if (nth === 2) return { status: 0, hangUp: true };
      return nth === 3 ? { ...refusal(503, 'behind'), headers: { 'retry-after': '0' } } : done(request, 201);
    });
    const keys = server?.received.slice(1, 4).map(({ key }) => key) ?? [];
    expect(new Set(keys).size).toBe(1);
    expect(out).toContain('4 recorded');
    expect(exitCode).toBe(0);
  });

  it('gives up with exit code 3 when the server stays away, and tells how far it came', async () => {
    const away = { ...refusal(503, 'log-away'), headers: { 'retry-after': '0' } };
    const { exitCode, out, err } = await record((request, nth) => (nth === 1 ? done(request, 201) : away));
    expect(out).toContain('1 recorded, 0 already there, 0 refused');
    expect(err).toContain('cannot answer: No: log-away. (log-away)');
    expect(exitCode).toBe(3);
  });

  it('tells of likeness to acts of other documents alone', async () => {
    const { err } = await record((request) => {
      const { status, json } = done(request, 201);
      const similar = request.path === '/v1/acts' ? [request.body['id'], 'other-act'] : undefined;
      return { status, json: { ...(json as object), similar } };
    });
    expect(err).toContain(
      'herald#open: it is recorded; if it is the same deed as other-act, retract it as a duplicate',
    );
  });

  it('reads the files of a directory in name order, and nothing else of it', async () => {
    const folder = join(directory, 'folder');
    await mkdir(folder);
    await writeFile(join(folder, 'b.ndjson'), '{"parties": [{"id": "b", "name": "B", "kind": "state"}]}\n');
    await writeFile(join(folder, 'a.yml'), 'parties: [{id: a, name: A, kind: state}]');
    await writeFile(join(folder, 'c.txt'), 'not this');
    await record((request) => done(request, 201), folder);
    expect(server?.received.map(({ body }) => body['id'])).toEqual(['a', 'b']);
  });

  it('reads NDJSON from stdin, and tells each thing as a line of JSON', async () => {
    server = await FakeServer.answering((request) => done(request, 201));
    const stdin = Readable.from(['{"parties": [{"id": "a", "name": "A", "kind": "state"}]}\n{"party": []}\n']);
    const { out, exitCode } = await runOn({ stdin }, 'record', '-', '--json', '--to', server.url);
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(first).toMatchObject({
      thing: 'party',
      name: 'a',
      outcome: 'recorded',
      file: 'stdin',
      line: 1,
      sequence: 7,
    });
    expect(second).toMatchObject({ thing: 'document', outcome: 'refused', line: 2, code: 'invalid' });
    expect(exitCode).toBe(1);
  });

  it('says who records', async () => {
    await record((request) => done(request, 201), '--recorder=anna');
    expect(server?.received.map(({ recorder }) => recorder)).toEqual(['anna', 'anna', 'anna', 'anna']);
  });

  it.each([
    [['nowhere.yaml'], 'There is no file or directory `nowhere.yaml`.'],
    [['package.json'], '`package.json` is none of .yaml, .yml, .ndjson, .jsonl.'],
    [['docs'], '`docs` holds none of .yaml, .yml, .ndjson, .jsonl.'],
    [['-', '--recorder', 'a,b'], 'A recorder has a name of 1 to 128 printable ASCII characters without a comma.'],
  ])('of %j is wrong usage', async (args, message) => {
    const { exitCode, err } = await runOn({}, 'record', '--to', 'http://127.0.0.1:9', ...args);
    expect([exitCode, err]).toEqual([2, `demarche: ${message}\n`]);
  });
});
