import { act, source } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const cell = '/v1/stances/united-states/approach-to-moscow';
const march = '11111111-1111-4111-8111-111111111111';
const may = '22222222-2222-4222-8222-222222222222';

describe('stances over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await seededServer();
    const other = 'It would recognise Crimea, officials said.';
    await server.post('/v1/sources', { ...source, id: 'leak', published: '2025-05-02', reliability: 'C', text: other });
    await server.post('/v1/acts', { ...act, id: march, occurred: '2025-03-01', speaker: 'marco-rubio' });
    const proposal = {
      kind: 'proposal',
      occurred: '2025-05-01',
      leanings: [{ issue: 'approach-to-moscow', value: 0.8 }],
    };
    const citations = [{ source: 'leak', exact: 'recognise Crimea' }];
    const headers = { 'demarche-recorder': 'bob' };
    await server.post('/v1/acts', { ...act, id: may, ...proposal, attribution: 'anonymous', citations }, headers);
  });
  afterAll(() => server.stop());

  const acts = async (query: string) => {
    const { json } = await server.get(`${cell}${query}`);
    return (json['contributions'] as { act: string }[]).map((contribution) => contribution.act);
  };

  it('answer score, band and contributions on a basis that is accepted back', async () => {
    const answer = await server.get(`${cell}?validAt=2025-05-10&minReliability=C&kinds=proposal,statement,proposal`);
    expect(answer.json).toMatchObject({
      ...{ party: 'united-states', issue: 'approach-to-moscow', status: 'held', contributionsTotal: 2, restShare: 0 },
      contributions: [
        { act: march, kind: 'statement', occurred: '2025-03-01', value: -0.5, standing: 1 },
        { act: may, kind: 'proposal', effective: '2025-05-02T00:00:00.000Z', value: 0.8, standing: 1 },
      ],
      basis: {
        validAt: '2025-05-11T00:00:00.000Z',
        knownAt: { sequence: 9, settled: true },
        model: { name: 'decayed-mean', version: 1, halfLifeDays: 90 },
        codebook: 1,
        lens: { kinds: ['proposal', 'statement'], minReliability: 'C' },
      },
    });
    const again = '?validAt=2025-05-11T00:00:00.000Z&atSequence=9&model=decayed-mean&modelVersion=1&codebook=1';
    const lens = '&kinds=proposal,statement&minReliability=C';
    expect((await server.get(cell + again + lens)).text).toBe(answer.text);
  });

  it('answer undeclared where nothing contributes, and 404 where nothing is registered', async () => {
    expect((await server.get('/v1/stances/russia/approach-to-moscow')).json).toMatchObject({
      ...{ status: 'undeclared', score: null, band: null, strength: 0, contributions: [] },
    });
    expect((await server.get(`${cell}?atSequence=1`)).json['status']).toBe('undeclared');
    for (const path of ['/v1/stances/nobody/approach-to-moscow', '/v1/stances/russia/nothing', '/v1/stances/A/B']) {
      for (const view of ['', '/timeline', '/shifts']) {
        const answer = await server.get(path + view);
        expect([...answer.refusal, answer.header('cache-control')]).toEqual([404, 'not-found', 'no-store']);
      }
    }
  });

  it('show as many contributions as asked for', async () => {
    expect(await acts('?contributions=all')).toEqual([march, may]);
    expect(await acts('?contributions=none')).toEqual([]);
    expect(await acts('?contributions=1')).toEqual([march]);
    const { json } = await server.get(`${cell}?contributions=1`);
    expect(json['contributionsTotal']).toBe(2);
    expect(json['restShare']).toBeGreaterThan(0);
    for (const wrong of ['some', '-1', '1.5']) {
      expect((await server.get(`${cell}?contributions=${wrong}`)).refusal).toEqual([422, 'invalid', '?contributions']);
    }
  });

  it('look through every lens', async () => {
    expect(await acts(`?excludeActs=${may.toUpperCase()}`)).toEqual([march]);
    expect(await acts('?excludeSources=leak')).toEqual([march]);
    expect(await acts('?publishedUntil=2025-05-01')).toEqual([march]);
    expect(await acts('?recorders=bob')).toEqual([may]);
    expect(await acts('?excludeRecorders=bob')).toEqual([march]);
    expect(await acts('?kinds=proposal')).toEqual([may]);
    expect(await acts('?speakers=marco-rubio')).toEqual([march]);
    expect(await acts('?minReliability=B')).toEqual([march]);
    expect(await acts('?minAttribution=on-record')).toEqual([march]);
    expect(await acts('?occurredFrom=2025-04')).toEqual([may]);
    expect(await acts('?occurredTo=2025-04')).toEqual([march]);
    expect(await acts('?mandated=true')).toEqual([march]);
    expect(await acts('?mandated=false')).toEqual([march, may]);
  });

  it('answer by other models', async () => {
    expect((await server.get(`${cell}?model=latest`)).json).toMatchObject({
      score: 0.8,
      contributionsTotal: 1,
      spread: 0,
    });
    expect((await server.get(`${cell}?model=mean&halfLifeDays=10`)).json).toMatchObject({
      ...{ strength: 2, basis: { model: { name: 'mean', halfLifeDays: null } } },
    });
    expect((await server.get(`${cell}?halfLifeDays=36.5`)).json['basis']).toMatchObject({
      model: { halfLifeDays: 36.5 },
    });
  });

  it('refuse a basis that there is not, and say which there are', async () => {
    const wrong: [string, string][] = [
      ...(['model=median', 'modelVersion=2'] as const).map((query): [string, string] => [query, query.split('=')[0]!]),
      ...[['codebook=9', 'codebook'] as [string, string]],
      ['atSequence=1e3', 'atSequence'],
      ['atSequence=-1', 'atSequence'],
      ['atSequence=9007199254740992', 'atSequence'],
      ['minSequence=x', 'minSequence'],
      ['atSequence=1&knownAt=2025', 'knownAt'],
      ['halfLifeDays=0', 'halfLifeDays'],
      ['halfLifeDays=36501', 'halfLifeDays'],
      ['halfLifeDays=1e2', 'halfLifeDays'],
      ['mandated=yes', 'mandated'],
      ['minReliability=G', 'minReliability'],
      ['minAttribution=rumour', 'minAttribution'],
      ['kinds=statement,guess', 'kinds'],
      ['speakers=marco-rubio,', 'speakers'],
      ['excludeActs=no-uuid', 'excludeActs'],
      ['excludeSources=NO', 'excludeSources'],
      ['validAt=', 'validAt'],
      ['validAt', 'validAt'],
    ];
    for (const [query, name] of wrong) {
      expect([query, ...(await server.get(`${cell}?${query}`)).refusal]).toEqual([query, 422, 'invalid', `?${name}`]);
    }
    expect((await server.get(`${cell}?speakers=nobody`)).refusal).toEqual([422, 'unknown-speaker', '?speakers']);
    expect((await server.get(`${cell}?excludeSources=nothing`)).refusal).toEqual([
      ...[422, 'unknown-source', '?excludeSources'],
    ]);
  });

  it('are also told in words, however many contributions are shown', async () => {
    const told = async (query: string) => String((await server.get(`${cell}${query}`)).json['sentence']);
    const onIssue = 'on the issue “Approach to Moscow”';
    const mixed = await told('?validAt=2025-05-10&model=mean');
    expect(mixed.replace(/as known on \d+ \w+( \d{4})?/, 'as known')).toBe(
      'On 10 May 2025, as known, by the model mean, the United States spoke with two voices: 50 % of the weight ' +
        `toward concessions, 50 % toward pressure (0.15 on balance), after −0.50 on 10 April, ${onIssue}; ` +
        '2 acts, most weight: the proposal of 1 May (50 %).',
    );
    for (const shown of ['none', '1', 'all'])
      expect(await told(`?validAt=2025-05-10&model=mean&contributions=${shown}`)).toBe(mixed);
    expect(await told('/timeline?from=2025-02&to=2025-05&model=latest')).toMatch(
      /, the United States went from no stance to 0\.80 \(toward concessions\) on the issue .*; 3 segments, /,
    );
    const sides = 'from.validAt=2025-03-05&to.validAt=2025-05-10&to.model=latest';
    expect(await told(`/diff?${sides}`)).toContain(`leaned toward concessions (0.80), up from −0.50 on 5 March by`);
  });

  it('make a matrix of lists of parties and issues', async () => {
    const { items, json } = await server.get('/v1/stances?party=united-states,russia&issue=approach-to-moscow');
    expect(items.map(({ party, status }) => [party, status])).toEqual([
      ['united-states', 'held'],
      ['russia', 'undeclared'],
    ]);
    expect(json['basis']).toMatchObject({ knownAt: { sequence: 9 } });
    expect((await server.get('/v1/stances')).items).toHaveLength(2);
    expect((await server.get('/v1/stances?party=nobody')).refusal).toEqual([422, 'unknown-party', '?party']);
    expect((await server.get('/v1/stances?issue=nothing')).refusal).toEqual([422, 'unknown-issue', '?issue']);
  });

  it('tell their history in segments that tile the period', async () => {
    const { json } = await server.get(`${cell}/timeline?from=2025-02&to=2025-05&model=latest`);
    expect(json['segments']).toMatchObject([
      { from: '2025-02-01T00:00:00.000Z', to: '2025-03-02T00:00:00.000Z', status: 'undeclared', acts: [] },
      { from: '2025-03-02T00:00:00.000Z', to: '2025-05-02T00:00:00.000Z', score: -0.5, acts: [march] },
      { from: '2025-05-02T00:00:00.000Z', to: '2025-06-01T00:00:00.000Z', score: 0.8, acts: [may] },
    ]);
    expect(json).toMatchObject({ from: '2025-02-01T00:00:00.000Z', basis: { validAt: '2025-06-01T00:00:00.000Z' } });
    expect((await server.get(`${cell}/timeline?from=2025-05&to=2025-02`)).refusal).toEqual([422, 'invalid', '?from']);
    const twoEnds = await server.get(`${cell}/shifts?to=2025-05&validAt=2025-04`);
    expect(twoEnds.refusal).toEqual([422, 'invalid', '?validAt']);
    expect((await server.get(`${cell}/timeline?to=2025-04&validAt=2025-05-01T00:00:00Z`)).status).toBe(200);
  });

  it('tell their shifts, each with the acts that triggered it', async () => {
    const { json } = await server.get(`${cell}/shifts?model=latest`);
    expect(json).toMatchObject({
      margin: 0.05,
      shifts: [{ at: '2025-05-02T00:00:00.000Z', from: 'pressure', to: 'concessions', before: -0.5, after: 0.8 }],
      trajectory: [{ band: 'pressure' }, { band: 'concessions', to: null }],
    });
    expect(json['shifts']).toMatchObject([{ trigger: [may], acts: [may] }]);
    expect((await server.get(`${cell}/shifts?margin=0`)).status).toBe(200);
    for (const margin of ['-0.1', 'x', '2']) {
      expect((await server.get(`${cell}/shifts?margin=${margin}`)).refusal).toEqual([422, 'invalid', '?margin']);
    }
  });
});
