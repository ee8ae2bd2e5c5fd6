import { Readable } from 'node:stream';
import { FakeServer } from '../support/fake-server.js';
import { type Ran, runOn } from '../support/test-host.js';

describe('a dry run', () => {
  let server: FakeServer;
  const held = new Set(['/v1/parties/aland', '/v1/sources/herald']);

  beforeEach(async () => {
    server = await FakeServer.answering(({ method, path }) => {
      if (method === 'POST') return { status: 200, json: { similar: [] } };
      return held.has(path)
        ? { status: 200, json: {} }
        : { status: 404, json: { status: 404, code: 'not-found', detail: 'No.' } };
    });
  });
  afterEach(() => server.stop());

  function check(written: string): Promise<Ran> {
    return runOn({ stdin: Readable.from([written]) }, 'record', '-', '--dry-run', '--to', server.url);
  }

  const act = (fields: string, exact = 'said so'): string =>
    `{kind: statement, occurred: "2025", summary: S, attribution: official, ${fields}, ` +
    `citations: [{exact: "${exact}"}]}`;
  const source =
    '{id: new, title: T, publisher: P, published: 2025-01-02, language: en, reliability: B, text: He “said so”.}';

  it('sends no write but the server’s own dry run, where the server holds all that an act refers to', async () => {
    const { out, exitCode } = await check(`source: herald\nacts: [${act('key: a, party: aland')}]`);
    const posts = server.received.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(posts).toEqual(['/v1/acts?dryRun=true']);
    expect(out).toContain('1 checked, 0 refused');
    expect(exitCode).toBe(0);
  });

  it('finds quotes in the texts of the files', async () => {
    const { err, out } = await check(`source: ${source}\nacts: [${act('key: a, party: aland', "'said so'")}]`);
    expect(err).toContain('stdin:2:');
    expect(err).toContain('quote-not-found');
    expect(err).toContain('perhaps: {exact: "“said so”", start: 3, end: 12}');
    expect(out).toContain('0 checked, 1 refused');
  });

  it('says what could not be checked', async () => {
    const { err, out, exitCode } = await check(`source: ${source}\nacts: [${act('key: a, party: aland')}]`);
    expect(out).toContain('0 checked, 0 refused, 2 checked in part');
    expect(err).toContain('2 could be checked in part only');
    expect(exitCode).toBe(0);
  });

  it('refuses what refers to nothing', async () => {
    const { err } = await check(
      `parties: [{id: bland, name: B, kind: state}]\nsource: ${source}\nacts: [${act('party: blend')}]\n` +
        `changes: [{retract: "new#x", reason: r}]`,
    );
    expect(err).toContain(
      'unknown-party: Neither the server nor these files, up to here, have a party `blend`. Did you mean `bland`?',
    );
    expect(err).toContain('not-found: Neither the server nor these files, up to here, have an act `new#x`.');
  });
});
