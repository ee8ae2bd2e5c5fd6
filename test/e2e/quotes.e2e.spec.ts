import { act, source } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

/** In code points. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

describe('quotes over HTTP', () => {
  let server: TestServer;
  beforeEach(async () => (server = await seededServer()));
  afterEach(() => server.stop());

  const check = (citation: object) => server.post('/v1/acts?dryRun=true', { ...act, citations: [citation] });
  const capture = (id: string, text: string) => server.post('/v1/sources', { ...source, id, text });

  it('are found to the code point, in emoji, combining marks, right-to-left text and over line ends', async () => {
    const text = 'Peace 🕊️🕊️ now!\r\nCafe\u0301 talks: שלום עכשיו.\r\nThe end.';
    await capture('many-scripts', text);
    for (const exact of ['🕊️ now', 'Cafe\u0301 talks', 'שלום עכשיו', 'עכשיו.\r\nThe']) {
      const start = lengthOf(text.slice(0, text.indexOf(exact)));
      const checked = await check({ source: 'many-scripts', exact });
      expect(checked.status).toBe(200);
      expect(checked.json['citations']).toMatchObject([{ exact, start, end: start + lengthOf(exact) }]);
    }
  });

  it('are refused with suggestions when they only look alike', async () => {
    const exact = "We're not going to continue";
    const { refusal, problem } = await check({ source: 'rubio-2025-04-18', exact });
    expect(refusal).toEqual([422, 'quote-not-found', '/citations/0/exact']);
    expect(problem.errors?.[0]?.suggestions).toEqual([{ start: 48, end: 75, exact: 'We’re not going to continue' }]);
  });

  it('are refused with every place when they stand there more than once', async () => {
    await capture('twice', 'No. Never. No.');
    const { refusal, problem } = await check({ source: 'twice', exact: 'No.' });
    expect(refusal).toEqual([422, 'quote-ambiguous', '/citations/0/exact']);
    expect(problem.errors?.[0]?.suggestions?.map(({ start }) => start)).toEqual([0, 11]);
    expect((await check({ source: 'twice', exact: 'No.', prefix: 'Never. ' })).json['citations']).toMatchObject([
      { start: 11, end: 14 },
    ]);
    expect((await check({ source: 'twice', exact: 'No.', start: 0, end: 3 })).status).toBe(200);
  });

  it('need start and end together, whole numbers, and a prefix that adjoins', async () => {
    const citation = { source: 'rubio-2025-04-18', exact: 'Marco Rubio' };
    expect((await check({ ...citation, start: 19 })).refusal).toEqual([422, 'invalid', '/citations/0/end']);
    expect((await check({ ...citation, end: 30 })).refusal).toEqual([422, 'invalid', '/citations/0/start']);
    expect((await check({ ...citation, start: 19.5, end: 30 })).refusal).toEqual([
      422,
      'invalid',
      '/citations/0/start',
    ]);
    expect((await check({ ...citation, start: -1, end: 30 })).refusal).toEqual([422, 'invalid', '/citations/0/start']);
    expect((await check({ ...citation, start: 18, end: 29 })).refusal).toEqual([
      ...[422, 'quote-not-found', '/citations/0/exact'],
    ]);
    expect((await check({ ...citation, prefix: 'President ' })).refusal).toEqual([
      ...[422, 'quote-not-found', '/citations/0/exact'],
    ]);
    expect((await check({ ...citation, exact: '' })).refusal).toEqual([422, 'invalid', '/citations/0/exact']);
  });

  it('may carry a translation, which says who made it', async () => {
    const citation = { source: 'rubio-2025-04-18', exact: 'Marco Rubio' };
    const translation = { language: 'uk', text: 'Марко Рубіо', by: 'human' };
    expect((await check({ ...citation, translation })).json['citations']).toMatchObject([{ translation }]);
    const { by: _by, ...unsigned } = translation;
    expect((await check({ ...citation, translation: unsigned })).refusal).toEqual([
      ...[422, 'invalid', '/citations/0/translation/by'],
    ]);
  });

  it('are of sources that exist', async () => {
    expect((await check({ source: 'nothing', exact: 'x' })).refusal).toEqual([
      ...[422, 'unknown-source', '/citations/0/source'],
    ]);
  });
});
