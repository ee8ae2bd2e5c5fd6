import { connect } from 'node:net';
import { act, party, source } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const cell = '/v1/stances/united-states/approach-to-moscow';

/** What the server answers to bytes that no client would send. */
function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('requests that cannot be right', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await seededServer();
  });
  afterAll(() => server.stop());

  it('are told as problem documents, with a type, a title and a code', async () => {
    const answer = await server.get('/nowhere');
    expect(answer.header('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.json).toMatchObject({
      ...{ type: 'urn:demarche:problem:not-found', title: 'Not found', status: 404, code: 'not-found' },
    });
  });

  it('get 404 where nothing is, and 405 with Allow where another method is', async () => {
    for (const path of ['/', '/v1', '/v2/parties', '/v1/parties/', '/v1/parties//history', '/V1/parties']) {
      expect((await server.get(path)).refusal).toEqual([404, 'not-found']);
    }
    const answer = await server.send('DELETE', '/v1/parties/russia');
    expect([...answer.refusal, answer.header('allow')]).toEqual([405, 'method-not-allowed', 'GET, HEAD, PUT']);
    expect((await server.send('PATCH', '/v1/acts', { body: {} })).status).toBe(405);
    expect((await server.get('/v1/acts/x/corrections')).status).toBe(405);
  });

  it.each(['{', '', '{"a":1}}', "{'id':1}", '\u0000', '{"a":NaN}'])('get bad-json for the body %j', async (body) => {
    const headers = { 'content-type': 'application/json' };
    expect((await server.send('POST', '/v1/parties', { body, headers })).refusal).toEqual([400, 'bad-json']);
  });

  it('get bad-json without a body, and for bytes that are no UTF-8', async () => {
    expect((await server.send('POST', '/v1/parties')).refusal).toEqual([400, 'bad-json']);
    const response = await fetch(`${server.url}/v1/parties`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from([0x22, 0xff, 0x22]),
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'bad-json' }]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'application/json; charset=latin1'])(
    'get unsupported-media-type for %s',
    async (type) => {
      const answer = await server.post('/v1/parties', party, { 'content-type': type });
      expect(answer.refusal).toEqual([415, 'unsupported-media-type']);
    },
  );

  it('are taken as JSON in UTF-8, said or not', async () => {
    for (const type of ['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON']) {
      expect((await server.post('/v1/acts?dryRun=true', act, { 'content-type': type })).status).toBe(200);
    }
  });

  it.each([null, [], 'text', 7, true])('get invalid for %j instead of an object', async (body) => {
    expect((await server.post('/v1/parties', JSON.stringify(body))).refusal).toEqual([422, 'invalid', '']);
  });

  it('get a pointer for each field that is unknown, missing or of another type', async () => {
    const body = { ...party, id: 7, name: null, kind: 'planet', aliases: 'USA', wikidata: 'q30', colour: 'blue' };
    expect((await server.post('/v1/parties', body)).refusal).toEqual([
      ...[422, 'invalid'],
      ...['/colour', '/id', '/name', '/kind', '/aliases', '/wikidata'],
    ]);
  });

  it('get pointers into lists and parts', async () => {
    const leanings = [{ issue: 'approach-to-moscow', value: '1' }, 7, { value: 0, weight: 1 }];
    const body = { ...act, leanings, addressees: ['russia', 1], threat: 'go', citations: [{ source: 's', exact: 1 }] };
    expect((await server.post('/v1/acts', body)).refusal).toEqual([
      ...[422, 'invalid', '/addressees/1', '/leanings/0/value', '/leanings/1', '/leanings/2/weight'],
      ...['/leanings/2/issue', '/citations/0/exact', '/threat'],
    ]);
  });

  it('are not converted: numbers, strings and booleans are what they are', async () => {
    const wrong: [object, string][] = [
      [{ occurred: 2025 }, '/occurred'],
      [{ certainty: '1' }, '/certainty'],
      [{ summary: true }, '/summary'],
      [{ leanings: {} }, '/leanings'],
      [{ citations: null }, '/citations'],
      [{ party: ['united-states'] }, '/party'],
    ];
    for (const [change, pointer] of wrong) {
      expect((await server.post('/v1/acts', { ...act, ...change })).refusal).toEqual([422, 'invalid', pointer]);
    }
    expect((await server.post('/v1/acts', JSON.stringify(act).replace('-0.5', '1e999'))).refusal).toEqual([
      ...[422, 'invalid', '/leanings/0/value'],
    ]);
  });

  it('cannot smuggle a prototype in', async () => {
    const poisoned = JSON.stringify(act).replace('{', '{"__proto__":{"kind":"threat"},"constructor":{"prototype":{}},');
    expect((await server.post('/v1/acts', poisoned)).refusal).toEqual([422, 'invalid', '/__proto__', '/constructor']);
  });

  it('are refused when a text is too long, blank or holds half a character', async () => {
    const wrong: [object, string][] = [
      [{ summary: 'x'.repeat(4001) }, '/summary'],
      [{ summary: ' \n' }, '/summary'],
      [{ summary: 'half \ud83d' }, '/summary'],
      [{ condition: '' }, '/condition'],
      [{ joint: 'no spaces please' }, '/joint'],
      [{ citations: [{ source: 'rubio-2025-04-18', exact: 'x'.repeat(10_001) }] }, '/citations/0/exact'],
      [{ addressees: Array.from({ length: 1001 }, () => 'russia') }, '/addressees'],
    ];
    for (const [change, pointer] of wrong) {
      expect((await server.post('/v1/acts', { ...act, ...change })).refusal).toEqual([422, 'invalid', pointer]);
    }
  });

  it('get a bounded answer, however much is wrong', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, 1]));
    const answer = await server.post('/v1/parties', unknown);
    expect(answer.problem.errors).toHaveLength(100);
    const nested = `{"aliases":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect((await server.post('/v1/parties', nested)).status).toBe(422);
  });

  it('get a pointer for each parameter that is unknown, repeated, empty or badly encoded', async () => {
    const query = '?colour=blue&validAt=2025&validAt=2026&model=&kinds=%E0%A4&__proto__=1';
    expect((await server.get(cell + query)).refusal).toEqual([
      ...[422, 'invalid', '?colour', '?validAt', '?model', '?kinds', '?__proto__'],
    ]);
    expect((await server.get('/v1/parties/russia?limit=1')).refusal).toEqual([422, 'invalid', '?limit']);
    expect((await server.post('/v1/parties?dryRun=true', party)).refusal).toEqual([422, 'invalid', '?dryRun']);
    expect((await server.post('/v1/acts?dryRun=yes', act)).refusal).toEqual([422, 'invalid', '?dryRun']);
    expect((await server.get('/v1/sources/rubio-2025-04-18/text?q=x')).refusal).toEqual([422, 'invalid', '?q']);
  });

  it('get bad-request when the path or the request itself cannot be read', async () => {
    expect((await server.get('/v1/parties/%E0%A4')).refusal).toEqual([400, 'bad-request']);
    const answer = await sendRaw(server.url, 'this is not HTTP\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
    const long = await sendRaw(server.url, `GET /v1/parties?q=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(long).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('never tell what went wrong inside', async () => {
    const broken = await server.post('/v1/sources', { ...source, id: 'x', text: 'x', kind: 'constructor' });
    expect(broken.text).not.toMatch(/\bat .*\.(js|ts)/);
  });
});
