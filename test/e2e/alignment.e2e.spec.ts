import { act, issue } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const leaning = (of: string, value: number): object => ({ issue: of, value });
const told = [
  { ...act, party: 'united-states', occurred: '2025-02-01', leanings: [leaning('approach-to-moscow', -0.5)] },
  { ...act, party: 'russia', occurred: '2025-02-10', leanings: [leaning('approach-to-moscow', 0.5)] },
  { ...act, party: 'united-states', occurred: '2025-02-20', leanings: [leaning('truce', 1)] },
  { ...act, party: 'russia', occurred: '2025-02-20', leanings: [leaning('truce', 1)] },
  { ...act, party: 'france', occurred: '2025-02-20', leanings: [leaning('truce', 0.5)] },
];
const at = 'validAt=2025-02-25&model=mean';

describe('alignment over HTTP', () => {
  let server: TestServer;
  const pairs = async (query: string) => (await server.get(`/v1/alignment?${query}`)).json['pairs'];
  const refusal = async (path: string) => (await server.get(`/v1/alignment${path}`)).refusal;

  beforeAll(async () => {
    server = await seededServer();
    await server.post('/v1/parties', { id: 'france', name: 'France & friends', kind: 'state' });
    await server.post('/v1/issues', { ...issue, id: 'truce', title: '=Truce, "now"' });
    for (const body of told) expect((await server.post('/v1/acts', body)).status).toBe(201);
  });
  afterAll(() => server.stop());

  it('tells of each pair n, alignment, agreement, and both scores on each common issue', async () => {
    expect(await pairs(`parties=united-states,russia&${at}`)).toEqual([
      {
        ...{ a: 'united-states', b: 'russia', n: 2, alignment: 0.75, agreement: 0.5 },
        issues: [
          { issue: 'approach-to-moscow', a: -0.5, b: 0.5, alignment: 0.5 },
          { issue: 'truce', a: 1, b: 1, alignment: 1 },
        ],
      },
    ]);
    const summary = ((await pairs(at)) as { a: string; b: string; n: number }[]).map(({ a, b, n }) => [a, b, n]);
    expect(summary).toEqual([
      ['france', 'russia', 1],
      ['france', 'united-states', 1],
      ['russia', 'united-states', 2],
    ]);
  });

  it('is of the issues named, at T and K, through any lens', async () => {
    const two = 'parties=united-states,russia';
    expect(await pairs(`${two}&issue=truce&${at}`)).toMatchObject([{ n: 1, alignment: 1, agreement: 1 }]);
    expect(await pairs(`${two}&model=mean&validAt=2025-02-15`)).toMatchObject([{ n: 1, alignment: 0.5 }]);
    expect(await pairs(`${two}&validAt=2025-02-05`)).toMatchObject([{ n: 0, alignment: null, issues: [] }]);
    expect(await pairs(`${two}&${at}&atSequence=8`)).toMatchObject([{ n: 0, agreement: null }]);
    expect(await pairs(`${two}&${at}&kinds=threat`)).toMatchObject([{ n: 0 }]);
  });

  it('is a step function over time, each step with its acts', async () => {
    const query = 'parties=united-states,russia&model=mean&from=2025-02-01&to=2025-02-28';
    const { json } = await server.get(`/v1/alignment/timeline?${query}`);
    const acts = (await server.get('/v1/acts?party=russia&issue=approach-to-moscow')).items.map(({ id }) => id);
    expect(json).toMatchObject({ a: 'united-states', b: 'russia', to: '2025-03-01T00:00:00.000Z' });
    expect(json['segments']).toMatchObject([
      { from: '2025-02-01T00:00:00.000Z', to: '2025-02-11T00:00:00.000Z', n: 0, alignment: null, agreement: null },
      { from: '2025-02-11T00:00:00.000Z', n: 1, alignment: 0.5, agreement: 0, acts },
      { from: '2025-02-21T00:00:00.000Z', to: '2025-03-01T00:00:00.000Z', n: 2, alignment: 0.75, agreement: 0.5 },
    ]);
  });

  it('names the others, the nearest first, leaving out who shares too few issues', async () => {
    const nearest = async (query: string) => (await server.get(`/v1/alignment/nearest?${query}&${at}`)).json['nearest'];
    expect(await nearest('party=france')).toMatchObject([
      { party: 'russia', n: 1, alignment: 0.75 },
      { party: 'united-states', n: 1, alignment: 0.75 },
    ]);
    expect(await nearest('party=russia&minIssues=2')).toMatchObject([{ party: 'united-states', n: 2 }]);
    expect(await nearest('party=russia&issue=approach-to-moscow')).toMatchObject([{ alignment: 0.5 }]);
  });

  it('is a network of parties and issues, or of parties, in GraphML and CSV, the basis in a header', async () => {
    const two = await server.get(`/v1/alignment/network?${at}`);
    expect(two.header('content-type')).toBe('application/graphml+xml; charset=utf-8');
    expect(two.header('content-disposition')).toBe('attachment; filename="two-mode.graphml"');
    expect(JSON.parse(two.header('demarche-basis') ?? '')).toMatchObject({ model: { name: 'mean' } });
    expect(two.text).toContain('<data key="node-label">France &amp; friends</data>');
    expect(two.text).toContain('<edge source="party:france" target="issue:truce">');
    expect(two.text).toContain('<data key="edge-score">0.5</data>');
    expect(two.text.match(/<edge /g)).toHaveLength(5);
    const one = await server.get(`/v1/alignment/network?mode=one&${at}`);
    expect(one.text).toContain(
      '<edge source="party:russia" target="party:united-states"><data key="edge-n">2</data>' +
        '<data key="edge-alignment">0.75</data><data key="edge-agreement">0.5</data></edge>',
    );
    const csv = await server.get(`/v1/alignment/network?format=csv&issue=truce&parties=france,russia&${at}`);
    const lines = csv.text.split('\r\n');
    expect(lines[0]).toBe('party,party_label,issue,issue_label,status,mixed,score,band,strength');
    expect(lines[1]).toMatch(/^france,France & friends,truce,"'=Truce, ""now""",provisional,false,0\.5,concessions,/);
    expect(lines).toHaveLength(4);
    expect((await server.get(`/v1/alignment/network?mode=one&format=csv&parties=france,russia&${at}`)).text).toBe(
      'a,a_label,b,b_label,n,alignment,agreement\r\nfrance,France & friends,russia,Russia,1,0.75,1\r\n',
    );
  });

  it('is the same to the byte when both times are fixed, and may then be kept for ever', async () => {
    const fixed = await server.get(`/v1/alignment?${at}&atSequence=13`);
    expect(fixed.header('cache-control')).toBe('public, max-age=31536000, immutable');
    const again = await server.get(`/v1/alignment?${at}&atSequence=13`, {
      'if-none-match': fixed.header('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('refuses fewer than two parties, unknown ones, and parameters that mean nothing', async () => {
    expect(await refusal('?parties=russia')).toEqual([422, 'invalid', '?parties']);
    expect(await refusal('?parties=russia,russia')).toEqual([422, 'invalid', '?parties']);
    expect(await refusal('?parties=russia,atlantis')).toEqual([422, 'unknown-party', '?parties']);
    expect(await refusal('?issue=weather')).toEqual([422, 'unknown-issue', '?issue']);
    expect(await refusal('?party=russia')).toEqual([422, 'invalid', '?party']);
    expect(await refusal('?model=median')).toEqual([422, 'invalid', '?model']);
    expect(await refusal('?atSequence=99999')).toEqual([422, 'beyond-head', '?atSequence']);
    expect(await refusal('/timeline?parties=russia')).toEqual([422, 'invalid', '?parties']);
    expect(await refusal('/timeline?parties=russia,france&from=2025-03&to=2025-02')).toEqual([422, 'invalid', '?from']);
    expect(await refusal('/nearest')).toEqual([422, 'invalid', '?party']);
    expect(await refusal('/nearest?party=atlantis')).toEqual([422, 'unknown-party', '?party']);
    expect(await refusal('/nearest?party=russia&minIssues=0')).toEqual([422, 'invalid', '?minIssues']);
    expect(await refusal('/network?mode=three')).toEqual([422, 'invalid', '?mode']);
    expect(await refusal('/network?format=pajek')).toEqual([422, 'invalid', '?format']);
  });
});
