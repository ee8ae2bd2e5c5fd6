import { createHash } from 'node:crypto';
import { act, reason, revised, source, sourceText } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const mebibyte = 1_048_576;

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

describe('sources over HTTP', () => {
  let server: TestServer;
  beforeEach(async () => (server = await seededServer()));
  afterEach(() => server.stop());

  it('answers the SHA-256 of the text as sent and its length in code points', async () => {
    const text = 'e\u0301 — 🕊️ שלום\r\n';
    const answer = await server.post('/v1/sources', { ...source, id: 'other', text });
    expect(answer.json).toMatchObject({
      id: 'other',
      sha256: sha256(text),
      length: Array.from(text).length,
      revision: 0,
    });
    const back = await server.get('/v1/sources/other/text');
    expect(back.text).toBe(text);
  });

  it('shows a text as text, whatever it looks like, and knows it by its ETag', async () => {
    await server.post('/v1/sources', { ...source, id: 'page', text: '<script>alert(1)</script>' });
    const answer = await server.get('/v1/sources/page/text');
    expect(answer.header('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.header('x-content-type-options')).toBe('nosniff');
    const again = await server.get('/v1/sources/page/text', { 'if-none-match': answer.header('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('makes an id when none is given, the same for a repeat of the request', async () => {
    const { id: _id, ...anonymous } = source;
    const headers = { 'idempotency-key': 'capture-1' };
    const first = await server.post('/v1/sources', { ...anonymous, text: 'Some text.' }, headers);
    const again = await server.post('/v1/sources', { ...anonymous, text: 'Some text.' }, headers);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json).toEqual(first.json);
    expect(again.header('location')).toBe(`/v1/sources/${String(first.json['id'])}`);
  });

  it('takes a report for the kind when none is given', async () => {
    expect((await server.get('/v1/sources/rubio-2025-04-18')).json).toMatchObject({
      ...{ kind: 'report', url: null, original: null, derivedFrom: null, state: 'captured' },
    });
  });

  it('takes 1 MiB of text, even when every character is escaped', async () => {
    const escaped = (count: number): string => {
      const { text: _text, ...content } = source;
      const rest = { ...content, id: `big-${count}` };
      return `${JSON.stringify(rest).slice(0, -1)},"text":"${'\\u0041'.repeat(count)}"}`;
    };
    expect((await server.send('POST', '/v1/sources', { body: escaped(mebibyte) })).json).toMatchObject({
      ...{ length: mebibyte, sha256: sha256('A'.repeat(mebibyte)) },
    });
  });

  it('refuses a larger text, counted in bytes of UTF-8', async () => {
    for (const text of ['x'.repeat(mebibyte + 1), 'é'.repeat(mebibyte / 2 + 1)]) {
      expect((await server.post('/v1/sources', { ...source, id: 'big', text })).refusal).toEqual([
        ...[413, 'too-large', '/text'],
      ]);
    }
  });

  it('refuses a body of more than 8 MiB before it is read', async () => {
    const answer = await server.post('/v1/sources', { ...source, id: 'huge', text: 'x'.repeat(9 * mebibyte) });
    expect(answer.refusal).toEqual([413, 'too-large']);
  });

  it('refuses an empty text and half of a surrogate pair', async () => {
    for (const text of ['', 'half \ud83d of it']) {
      expect((await server.post('/v1/sources', { ...source, id: 'odd', text })).refusal).toEqual([
        ...[422, 'invalid', '/text'],
      ]);
    }
  });

  it('describes a source anew but never its text', async () => {
    const changed = { ...revised(source), reliability: 'C' };
    expect((await server.put('/v1/sources/rubio-2025-04-18', changed)).status).toBe(201);
    expect((await server.get('/v1/sources/rubio-2025-04-18')).json['reliability']).toBe('C');
    const text = { ...revised(source), text: sourceText };
    expect((await server.put('/v1/sources/rubio-2025-04-18', text)).refusal).toEqual([422, 'invalid', '/text']);
  });

  it('retracts and reinstates a source, once each', async () => {
    const path = '/v1/sources/rubio-2025-04-18';
    expect((await server.post(`${path}/reinstatements`, reason)).refusal).toEqual([409, 'not-retracted']);
    expect((await server.post(`${path}/retractions`, reason)).json).toMatchObject({ revision: 1 });
    expect((await server.get(path)).json['state']).toBe('retracted');
    expect((await server.post(`${path}/retractions`, reason)).refusal).toEqual([409, 'already-retracted']);
    expect((await server.post(`${path}/reinstatements`, { ...reason, cause: 'disputed' })).status).toBe(201);
    expect((await server.get(path)).json['state']).toBe('captured');
  });

  it('erases a text by its hash: it is gone for readers, and in the way of writers', async () => {
    await server.post('/v1/sources', { ...source, id: 'twin' });
    const before = { source: 'twin', textErased: false, removed: false, places: [] };
    expect((await server.get('/v1/sources/twin/erasures')).json).toMatchObject(before);
    expect((await server.post('/v1/sources/twin/erasures', { ...reason, cause: 'legal' })).status).toBe(201);
    for (const id of ['twin', 'rubio-2025-04-18']) {
      const gone = await server.get(`/v1/sources/${id}/text`);
      expect(gone.refusal).toEqual([410, 'text-erased']);
      expect(gone.json['detail']).toContain('by local, event 8, because: It was misread.');
      expect((await server.post(`/v1/sources/${id}/erasures`, reason)).refusal).toEqual([409, 'text-erased']);
      expect((await server.get(`/v1/sources/${id}/erasures`)).json).toMatchObject({
        ...{ source: id, textErased: true, removed: true },
        places: [{ place: 'texts file', state: 'done', scavenge: null, detail: null }],
      });
      expect((await server.get(`/v1/sources/${id}`)).json['textErased']).toBe(true);
    }
    expect((await server.post('/v1/sources', { ...source, id: 'third' })).refusal).toEqual([
      409,
      'text-erased',
      '/text',
    ]);
    expect((await server.post('/v1/acts', act)).refusal).toEqual([409, 'text-erased', '/citations/0/source']);
  });

  it('shows of a source that a withdrawal rests on the stance on what it withdraws', async () => {
    const may = '22222222-2222-4222-8222-222222222222';
    await server.post('/v1/acts', { ...act, id: may });
    await server.post('/v1/sources', { ...source, id: 'notice', text: 'The offer is off.' });
    const citations = [{ source: 'notice', exact: 'The offer is off.' }];
    const withdrawal = {
      ...act,
      kind: 'withdrawal',
      inResponseTo: may,
      leanings: [],
      occurred: '2025-05-05',
      citations,
    };
    expect((await server.post('/v1/acts', withdrawal)).status).toBe(201);
    const path = '/v1/sources/notice/dependents?model=mean&validAt=';
    expect((await server.get(`${path}2025-05-10`)).json).toMatchObject({
      acts: [{ kind: 'withdrawal', hasEffect: { with: true, without: false } }],
      stances: [{ issue: 'approach-to-moscow', with: { score: null }, without: { score: -0.5 }, influence: null }],
    });
    expect((await server.get(`${path}2025-05-03`)).json['stances']).toMatchObject([{ influence: 0 }]);
  });

  it('lets an act be corrected after an erasure while it keeps its quotes, and take no new ones', async () => {
    const { id } = (await server.post('/v1/acts', act)).json;
    const [kept] = (await server.get(`/v1/acts/${String(id)}`)).json['citations'] as [object];
    await server.post('/v1/sources/rubio-2025-04-18/erasures', { ...reason, cause: 'legal' });
    const correct = (citations: unknown) =>
      server.post(`/v1/acts/${String(id)}/corrections`, { ...reason, act: { ...act, certainty: 0.5, citations } });
    expect((await correct([kept])).status).toBe(201);
    expect((await correct(act['citations'])).status).toBe(201);
    const other = { source: 'rubio-2025-04-18', exact: 'doable' };
    const refusal = [409, 'text-erased', '/act/citations/1/source'];
    expect((await correct([kept, other])).refusal).toEqual(refusal);
    const corroborated = await server.post(`/v1/acts/${String(id)}/citations`, { citations: [other] });
    expect(corroborated.refusal).toEqual([409, 'text-erased', '/citations/0/source']);
    const { citations } = (await server.get(`/v1/acts/${String(id)}`)).json;
    expect(citations).toEqual([kept]);
  });

  it('refuses what is no URL, no language, no hash, no grade and no source', async () => {
    const wrong: [string, unknown, string][] = [
      ['url', 'javascript:alert(1)', '/url'],
      ['url', 'https://', '/url'],
      ['url', 'https://example.org/a b', '/url'],
      ['archiveUrl', 'ftp://example.org', '/archiveUrl'],
      ['language', 'english language', '/language'],
      ['original', { mediaType: 'application/pdf', sha256: 'ABC' }, '/original/sha256'],
      ['original', { mediaType: 'pdf', sha256: sha256('') }, '/original/mediaType'],
      ['reliability', 'G', '/reliability'],
      ['kind', 'rumour', '/kind'],
    ];
    for (const [name, value, pointer] of wrong) {
      const answer = await server.post('/v1/sources', { ...source, id: 'odd', [name]: value });
      expect(answer.refusal).toEqual([422, 'invalid', pointer]);
    }
    const derived = await server.post('/v1/sources', { ...source, id: 'odd', derivedFrom: 'nothing' });
    expect(derived.refusal).toEqual([422, 'unknown-source', '/derivedFrom']);
  });
});
