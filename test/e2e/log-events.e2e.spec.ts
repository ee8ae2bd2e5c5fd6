import { createHash } from 'node:crypto';
import { source, sourceText } from '../support/http/bodies.js';
import type { TestServer } from '../support/http/test-server.js';
import { tracedServer } from '../support/http/traced-server.js';

describe('an event of the log', () => {
  let server: TestServer;
  beforeAll(async () => (server = await tracedServer()));
  afterAll(() => server.stop());

  it('is shown as it is stored, to the byte', async () => {
    const { json } = await server.get('/v1/log/events/7');
    expect(json).toMatchObject({ sequence: 7, type: 'SourceCaptured', stream: 'source-leak', revision: 0 });
    const stored = String(json['data']);
    expect(JSON.parse(stored)).toMatchObject({ title: source['title'], reliability: 'C' });
    expect(json['dataSha256']).toBe(createHash('sha256').update(stored).digest('hex'));
    expect(stored).not.toContain(sourceText);
    expect((await server.get('/v1/log/events/1')).json).toMatchObject({
      type: 'LogOpened',
      stream: 'log',
      revision: 0,
    });
    for (const sequence of ['0', '10', '-1', '1.5', 'x', '99999999999999999999']) {
      expect((await server.get(`/v1/log/events/${sequence}`)).refusal).toEqual([404, 'not-found']);
    }
  });
});
