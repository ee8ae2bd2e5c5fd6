import { act, citation, reason } from '../support/http/bodies.js';
import {
  annotationsOf,
  basisAt,
  changedServer,
  eraseLeak,
  linked,
  pathOf,
  prov,
  provenanceOf,
} from '../support/http/exported-trace.js';
import { provFaults } from '../support/http/prov-json.js';
import type { TestServer } from '../support/http/test-server.js';
import { cell, march } from '../support/http/traced-server.js';
import { annotationFaults } from '../support/http/web-annotation.js';

const json = 'application/json; charset=utf-8';
const questions = [9, 14, 2].map((sequence) => basisAt(sequence));
const others = [
  '',
  'contributions=1',
  'contributions=none',
  'model=latest',
  'excludeSources=leak',
  'recorders=bob,carol',
];

describe('a trace in the formats of others', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await changedServer();
  });
  afterAll(() => server.stop());

  const trace = (accept: string, query = basisAt(14), headers: Readonly<Record<string, string>> = {}) =>
    server.get(`/v1/trace/${cell}?${query}`, { accept, ...headers });

  it.each([
    ['*/*', json],
    [prov, prov],
    ['application/ld+json', linked],
  ])('is answered as what the client accepts, with a tag of its own: %s', async (accept, type) => {
    const answer = await trace(accept);
    expect([answer.status, answer.header('content-type')]).toEqual([200, type]);
    expect([answer.header('vary'), answer.header('cache-control')]).toEqual(['Accept', 'no-cache']);
    const etag = answer.header('etag')!;
    const again = await trace(accept, basisAt(14), { 'if-none-match': etag });
    expect([again.status, again.text, again.header('vary')]).toEqual([304, '', 'Accept']);
    for (const other of ['*/*', prov, linked].filter((each) => !type.startsWith(each.slice(0, 19)) && each !== accept))
      expect((await trace(other, basisAt(14), { 'if-none-match': etag })).status).toBe(200);
  });

  it('says which basis it stands on, in a header', async () => {
    const { basis } = JSON.parse((await trace('*/*')).text) as { basis: unknown };
    for (const type of [prov, linked]) expect(JSON.parse((await trace(type)).header('demarche-basis')!)).toEqual(basis);
  });

  it('is refused in a format that there is not, with those that there are', async () => {
    const answer = await trace('text/turtle');
    expect([answer.refusal, answer.header('vary')]).toEqual([[406, 'not-acceptable'], 'Accept']);
    for (const type of ['application/json', prov, linked]) expect(answer.problem.detail).toContain(type);
  });

  it('is refused as otherwise where something else is wrong', async () => {
    expect((await trace(prov, 'x=1')).refusal).toEqual([422, 'invalid', '?x']);
    const nobody = await server.get('/v1/trace/nobody/approach-to-moscow', { accept: linked });
    expect(nobody.refusal).toEqual([404, 'not-found']);
  });

  it('names what a server of the log answers with, at the path after the log', async () => {
    const { entity, activity } = await provenanceOf(server, basisAt(14));
    const ids = [...Object.keys(entity), ...Object.keys(activity)].filter((id) => id.startsWith('log:'));
    const { first } = await annotationsOf(server, basisAt(14));
    const linkedTo = first.items.flatMap(({ id, target, body }) => [id, target.source.id, String(body[0]?.['source'])]);
    expect([ids.length, linkedTo.length]).toEqual([31, 9]);
    for (const id of [...ids, ...linkedTo]) expect([id, (await server.get(pathOf(id))).status]).toEqual([id, 200]);
  });

  it('points by the id of a quote into the act as it was recorded with it', async () => {
    for (const { id, target } of (await annotationsOf(server, basisAt(14))).first.items) {
      const index = Number(/#\/citations\/(\d+)$/.exec(id)![1]);
      const citations = (await server.get(pathOf(id))).json['citations'] as readonly object[];
      expect(citations[index]).toMatchObject({ exact: target.selector[0].exact, start: target.selector[1].start });
    }
  });

  // The last two change what the others see.
  it('is the same to the byte at its K, whatever is recorded later', async () => {
    const told = async (query: string) => [(await trace(prov, query)).text, (await trace(linked, query)).text];
    const before = await told(basisAt(9));
    const content = { ...act, citations: [citation], certainty: 0.5 };
    const corrected = await server.post(`/v1/acts/${march}/corrections`, { ...reason, act: content });
    expect([corrected.status, await told(basisAt(9))]).toEqual([201, before]);
    expect(await told(basisAt(15))).not.toEqual(await told(basisAt(14)));
  });

  it('keeps to the formats and describes whatever it names, on any basis, also of an erased text', async () => {
    for (const query of [...questions, ...others, 'erased']) {
      if (query === 'erased') await eraseLeak(server);
      const asked = query === 'erased' ? basisAt(14) : query;
      expect([query, provFaults(await provenanceOf(server, asked))]).toEqual([query, []]);
      expect([query, annotationFaults(await annotationsOf(server, asked))]).toEqual([query, []]);
    }
  });
});
