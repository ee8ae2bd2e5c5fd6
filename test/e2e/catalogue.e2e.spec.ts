import { issue, party, reason, revised, source, speaker } from '../support/http/bodies.js';
import { TestServer } from '../support/http/test-server.js';

describe('the catalogue over HTTP', () => {
  let server: TestServer;
  beforeEach(async () => (server = await TestServer.start()));
  afterEach(() => server.stop());

  it('registers a party and says where, when and at which revision', async () => {
    const answer = await server.post('/v1/parties', party);
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      id: 'united-states',
      sequence: 2,
      recordedAt: '2025-06-01T12:00:00.000Z',
      revision: 0,
    });
    expect(answer.header('location')).toBe('/v1/parties/united-states');
    expect(answer.header('etag')).toBe('"0"');
    expect(answer.header('cache-control')).toBe('no-store');
  });

  it('fills in what a party leaves out, and takes null for left out', async () => {
    await server.post('/v1/parties', { ...party, aliases: null, wikidata: null });
    const { json } = await server.get('/v1/parties/united-states');
    expect(json).toMatchObject({
      name: 'United States',
      kind: 'state',
      aliases: [],
      wikidata: null,
      recorder: 'local',
    });
    expect((await server.post('/v1/parties', party)).status).toBe(200);
  });

  it('answers a thing with its revision as ETag, always in full', async () => {
    await server.post('/v1/parties', party);
    const answer = await server.get('/v1/parties/united-states', { 'if-none-match': '"0"' });
    expect(answer.status).toBe(200);
    expect(answer.header('etag')).toBe('"0"');
    expect(answer.header('cache-control')).toBe('no-cache');
    expect(answer.header('demarche-views')).toMatch(/^\d+$/);
  });

  it('describes a party anew and keeps every version with who and why', async () => {
    await server.post('/v1/parties', party, { 'demarche-recorder': 'alice' });
    const changed = { ...revised(party), name: 'USA', cause: 'other' };
    const answer = await server.put('/v1/parties/united-states', changed, { 'demarche-recorder': 'bob' });
    expect([answer.status, answer.header('etag')]).toEqual([201, '"1"']);
    const { items } = await server.get('/v1/parties/united-states/history');
    expect(items).toMatchObject([
      { event: 'PartyRegistered', name: 'United States', recorder: 'alice', revision: 0, reason: null },
      { event: 'PartyDescribed', name: 'USA', recorder: 'bob', revision: 1, reason: 'It was misread.', cause: 'other' },
    ]);
  });

  it('answers an entry as it was known at an earlier sequence', async () => {
    await server.post('/v1/parties', party);
    await server.put('/v1/parties/united-states', { ...revised(party), name: 'USA' });
    const then = await server.get('/v1/parties/united-states?atSequence=2');
    expect(then.json['name']).toBe('United States');
    expect(then.header('etag')).toBe('"0"');
  });

  it('lists entries page by page at one K, and finds them by alias', async () => {
    for (const id of ['a', 'b', 'c']) await server.post('/v1/parties', { ...party, id, aliases: [`alias of ${id}`] });
    const first = await server.get('/v1/parties?limit=2');
    expect(first.items.map(({ id }) => id)).toEqual(['a', 'b']);
    await server.post('/v1/parties', { ...party, id: 'd' });
    const second = await server.get(`/v1/parties?limit=2&cursor=${String(first.json['next'])}`);
    expect(second.items.map(({ id }) => id)).toEqual(['c']);
    expect(second.json['next']).toBeNull();
    expect((await server.get('/v1/parties?q=alias%20of%20b')).items.map(({ id }) => id)).toEqual(['b']);
  });

  it('registers speakers with mandates of parties that exist', async () => {
    expect((await server.post('/v1/speakers', speaker)).refusal).toEqual([422, 'unknown-party', '/mandates/0/party']);
    await server.post('/v1/parties', party);
    expect((await server.post('/v1/speakers', speaker)).status).toBe(201);
    const later = { ...revised(speaker), mandates: [] };
    expect((await server.put('/v1/speakers/marco-rubio', later)).json).toMatchObject({ revision: 1 });
    expect((await server.get('/v1/speakers/marco-rubio')).json['mandates']).toEqual([]);
  });

  it('frames an issue with a half-life of 90 days, and never lets its axis change', async () => {
    await server.post('/v1/issues', issue);
    expect((await server.get('/v1/issues/approach-to-moscow')).json).toMatchObject({
      ...{ halfLifeDays: 90, anchors: [], replaces: null },
    });
    const turned = { ...revised(issue), axis: { negative: 'concessions', positive: 'pressure' } };
    expect((await server.put('/v1/issues/approach-to-moscow', turned)).refusal).toEqual([422, 'axis-fixed', '/axis']);
    expect((await server.put('/v1/issues/approach-to-moscow', { ...revised(issue), halfLifeDays: 30 })).status).toBe(
      201,
    );
  });

  it('refuses bands with a gap and a half-life out of range', async () => {
    const bands = [
      { label: 'a', from: -1, to: 0 },
      { label: 'b', from: 0.5, to: 1 },
    ];
    expect((await server.post('/v1/issues', { ...issue, bands })).refusal).toEqual([422, 'invalid', '/bands/1/from']);
    expect((await server.post('/v1/issues', { ...issue, halfLifeDays: 0 })).refusal).toEqual([
      ...[422, 'invalid', '/halfLifeDays'],
    ]);
  });

  it('names an issue that another is to replace only if it exists', async () => {
    expect((await server.post('/v1/issues', { ...issue, replaces: 'nothing' })).refusal).toEqual([
      ...[422, 'unknown-issue', '/replaces'],
    ]);
  });

  it('answers 404 for what nobody registered, whatever is done to it', async () => {
    const unknown = [
      await server.get('/v1/parties/nobody'),
      await server.get('/v1/parties/Not%20A%20Slug'),
      await server.get(`/v1/parties/${'x'.repeat(300)}`),
      await server.get('/v1/parties/nobody/history'),
      await server.put('/v1/parties/nobody', revised(party)),
      await server.post('/v1/sources/nothing/retractions', reason),
      await server.get('/v1/sources/nothing/text'),
      await server.put('/v1/sources/nothing', revised(source)),
    ];
    expect(unknown.map(({ refusal }) => refusal)).toEqual(unknown.map(() => [404, 'not-found']));
    expect(unknown.map((answer) => answer.header('cache-control'))).toEqual(unknown.map(() => 'no-store'));
  });

  it('refuses an id that is taken by other content, and ids that are no slugs', async () => {
    await server.post('/v1/parties', party);
    expect((await server.post('/v1/parties', { ...party, name: 'Else' })).refusal).toEqual([409, 'id-in-use', '/id']);
    for (const id of ['United States', 'a--b', '-a', 'a-', 'ü', '', 'x'.repeat(65), 7]) {
      expect((await server.post('/v1/parties', { ...party, id })).refusal).toEqual([422, 'invalid', '/id']);
    }
  });
});
