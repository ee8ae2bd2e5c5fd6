import { act, citation } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

describe('lists of acts over HTTP', () => {
  let server: TestServer;
  const summaries = async (query: string) => (await server.get(`/v1/acts${query}`)).items.map(({ summary }) => summary);

  beforeAll(async () => {
    server = await seededServer();
    const acts = [
      { occurred: '2025-03-01', summary: 'first, of March' },
      { occurred: '2025-05-01', summary: 'second, of May', kind: 'demand' },
      { occurred: '2025-04-01', summary: 'third, of April', speaker: 'marco-rubio' },
      { occurred: '2025-04', summary: 'fourth, some day in April', party: 'russia', leanings: [] },
    ];
    for (const one of acts) await server.post('/v1/acts', { ...act, ...one });
  });
  afterAll(() => server.stop());

  it('have the newest act first', async () => {
    const newest = ['second, of May', 'fourth, some day in April', 'third, of April', 'first, of March'];
    expect(await summaries('')).toEqual(newest);
  });

  it('show what a filter asks for', async () => {
    expect(await summaries('?party=russia')).toEqual(['fourth, some day in April']);
    expect(await summaries('?kind=demand&issue=approach-to-moscow')).toEqual(['second, of May']);
    expect(await summaries('?speaker=marco-rubio&source=rubio-2025-04-18')).toEqual(['third, of April']);
    expect(await summaries('?q=march')).toEqual(['first, of March']);
    expect(await summaries(`?q=${encodeURIComponent(String(citation['exact']))}`)).toHaveLength(4);
  });

  it('show acts that occurred wholly within a period', async () => {
    expect(await summaries('?from=2025-04&to=2025-04')).toEqual(['fourth, some day in April', 'third, of April']);
    expect(await summaries('?from=2025-04-01&to=2025-04-29')).toEqual(['third, of April']);
  });

  it('go on where the last page ended, at its K, with its own cursor only', async () => {
    const first = await server.get('/v1/acts?limit=3');
    expect(first.items).toHaveLength(3);
    const next = String(first.json['next']);
    expect((await server.get(`/v1/acts?limit=3&cursor=${next}`)).items).toHaveLength(1);
    for (const query of [`?kind=demand&cursor=${next}`, '?cursor=nonsense']) {
      expect((await server.get(`/v1/acts${query}`)).refusal).toEqual([422, 'invalid', '?cursor']);
    }
  });

  it('refuse filters that name nothing', async () => {
    const wrong = {
      party: 'unknown-party',
      issue: 'unknown-issue',
      speaker: 'unknown-speaker',
      source: 'unknown-source',
    };
    for (const [name, code] of Object.entries(wrong)) {
      expect((await server.get(`/v1/acts?${name}=nothing`)).refusal).toEqual([422, code, `?${name}`]);
    }
    expect((await server.get('/v1/acts?kind=guess')).refusal).toEqual([422, 'invalid', '?kind']);
    expect((await server.get('/v1/acts?from=yesterday')).refusal).toEqual([422, 'bad-time', '?from']);
    for (const limit of ['0', '1001', 'ten', '1.5', '-1']) {
      expect((await server.get(`/v1/acts?limit=${limit}`)).refusal).toEqual([422, 'invalid', '?limit']);
    }
  });

  it('are a matter of knowledge alone: a valid time is refused', async () => {
    expect((await server.get('/v1/acts?validAt=2025-05-01')).refusal).toEqual([422, 'invalid', '?validAt']);
    expect(await summaries('?atSequence=7')).toEqual(['first, of March']);
  });
});
