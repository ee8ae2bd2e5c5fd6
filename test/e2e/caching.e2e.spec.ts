import { act, party } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const cell = '/v1/stances/united-states/approach-to-moscow';
const lasting = 'public, max-age=31536000, immutable';

describe('caching over HTTP', () => {
  let server: TestServer;
  beforeEach(async () => (server = await seededServer()));
  afterEach(() => server.stop());

  it('lets an answer be kept for ever when the question fixed both its times', async () => {
    for (const query of ['?validAt=2025-05-01&atSequence=6', '?validAt=2025-05-01T00:00:00Z&atSequence=0&model=mean']) {
      for (const path of [cell, `${cell}/timeline`, `${cell}/shifts`, '/v1/stances']) {
        expect((await server.get(path + query)).header('cache-control')).toBe(lasting);
      }
    }
  });

  it('lets every other answer be kept only to be asked about again', async () => {
    const others = [cell, `${cell}?validAt=2025-05-01`, `${cell}?atSequence=6`, `${cell}?validAt=2025&knownAt=2025`];
    for (const path of [
      ...others,
      '/v1/parties',
      '/v1/acts',
      '/v1/parties/russia/history',
      '/v1/parties?atSequence=3',
    ]) {
      const answer = await server.get(path);
      expect([path, answer.header('cache-control')]).toEqual([path, 'no-cache']);
      expect(answer.header('demarche-views')).toMatch(/^\d+$/);
    }
  });

  it('answers 304 to whoever has this very answer, and in full when it changed', async () => {
    const etag = (await server.get(cell)).header('etag') ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await server.get(cell, { 'if-none-match': known });
      expect([answer.status, answer.text, answer.header('etag')]).toEqual([304, '', etag]);
      expect(answer.header('cache-control')).toBe('no-cache');
    }
    expect((await server.get(cell, { 'if-none-match': '"other"' })).status).toBe(200);
    await server.post('/v1/acts', act);
    const changed = await server.get(cell, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.header('etag')).not.toBe(etag);
  });

  it('answers HEAD like GET, without the body', async () => {
    const [head, get] = [await server.send('HEAD', cell), await server.get(cell)];
    expect([head.status, head.text, head.header('etag')]).toEqual([200, '', get.header('etag')]);
    expect((await server.send('HEAD', '/v1/parties/nobody')).status).toBe(404);
  });

  it('lets no error and no result of a write be kept', async () => {
    const answers = [
      await server.get('/v1/nothing'),
      await server.get('/v1/parties/nobody'),
      await server.get(`${cell}?validAt=x&atSequence=6`),
      await server.post('/v1/parties', party),
      await server.post('/v1/parties', '{'),
      await server.post('/v1/acts?dryRun=true', act),
    ];
    expect(answers.map((answer) => answer.header('cache-control'))).toEqual(answers.map(() => 'no-store'));
  });
});
