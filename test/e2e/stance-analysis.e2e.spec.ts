import { act, source } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const cell = '/v1/stances/united-states/approach-to-moscow';
const march = '11111111-1111-4111-8111-111111111111';
const may = '22222222-2222-4222-8222-222222222222';
const leaning = (value: number) => [{ issue: 'approach-to-moscow', value }];

describe('what a stance rests on, over HTTP', () => {
  let server: TestServer;
  const json = async (path: string) => (await server.get(cell + path)).json;
  beforeAll(async () => {
    server = await seededServer();
    const text = 'It would recognise Crimea, officials said.';
    await server.post('/v1/sources', { ...source, id: 'leak', published: '2025-05-02', reliability: 'C', text });
    await server.post('/v1/acts', { ...act, id: march, occurred: '2025-03-01', speaker: 'marco-rubio' });
    const proposal = { kind: 'proposal', occurred: '2025-05-01', leanings: leaning(0.75), attribution: 'anonymous' };
    const citations = [...(act['citations'] as object[]), { source: 'leak', exact: 'recognise Crimea' }];
    const bob = { 'demarche-recorder': 'bob' };
    expect((await server.post('/v1/acts', { ...act, id: may, ...proposal, citations }, bob)).status).toBe(201);
  });
  afterAll(() => server.stop());

  it('is told act by act and source by source by what the score would be without it', async () => {
    expect(await json('/influence?model=mean&validAt=2025-05-10')).toMatchObject({
      ...{ party: 'united-states', issue: 'approach-to-moscow', score: 0.125 },
      acts: [
        { act: march, without: 0.75, influence: -0.625 },
        { act: may, without: -0.5, influence: 0.625 },
      ],
      sources: [
        { source: 'rubio-2025-04-18', without: 0.75, influence: -0.625 },
        { source: 'leak', without: 0.125, influence: 0 },
      ],
      basis: { validAt: '2025-05-11T00:00:00.000Z', model: { name: 'mean' }, lens: {} },
    });
    expect(await json('/influence?excludeSources=rubio-2025-04-18')).toMatchObject({
      acts: [{ act: may, without: null, influence: null }],
      sources: [{ source: 'leak', without: null, influence: null }],
    });
  });

  it('is told in parts by who spoke, how attributed, what was done, where it is read, who recorded it', async () => {
    const parts = async (query: string) => (await json(`/breakdown?model=mean&${query}`))['parts'];
    expect(await parts('by=speaker')).toEqual([
      { key: 'marco-rubio', acts: 1, share: 0.5, score: -0.5 },
      { key: null, acts: 1, share: 0.5, score: 0.75 },
    ]);
    expect(await parts('by=source')).toEqual([
      { key: 'rubio-2025-04-18', acts: 2, share: 0.75, score: -0.125 / 1.5 },
      { key: 'leak', acts: 1, share: 0.25, score: 0.75 },
    ]);
    expect(await parts('by=recorder')).toMatchObject([{ key: 'bob' }, { key: 'local' }]);
    expect(await parts('by=kind&kinds=proposal')).toEqual([{ key: 'proposal', acts: 1, share: 1, score: 0.75 }]);
    expect(await parts('by=attribution')).toMatchObject([{ key: 'anonymous' }, { key: 'on-record' }]);
  });

  it('is told under other conventions, and whether the band is the same under all', async () => {
    const { variants, robust, basis } = await json('/sensitivity?validAt=2025-05-10');
    expect(robust).toBe(false);
    expect(variants).toMatchObject([
      { variant: 'as-asked', model: { name: 'decayed-mean', halfLifeDays: 90 }, band: 'mediation' },
      { variant: 'half-life-halved', model: { halfLifeDays: 45 } },
      { variant: 'half-life-doubled', model: { halfLifeDays: 180 } },
      { variant: 'all-forces-1', model: { name: 'decayed-mean' } },
      { variant: 'mean', model: { name: 'mean', halfLifeDays: null }, score: 0.125, band: 'mediation', strength: 2 },
      { variant: 'latest', model: { name: 'latest' }, score: 0.75, band: 'concessions' },
    ]);
    expect(basis).toMatchObject({ model: { name: 'decayed-mean', halfLifeDays: 90 } });
    expect(await json(`/sensitivity?excludeActs=${may}`)).toMatchObject({ robust: true });
  });

  it('was revised by what was learned, by whom, why: each event that changed the answer about one T', async () => {
    const path = '/revisions?model=mean&validAt=2025-05-10';
    const { revisions, basis } = await json(`${path}&atSequence=9`);
    const marchTold = { sequence: 8, recorder: 'local', event: 'StatementMade', act: march, reason: null };
    const mayTold = { sequence: 9, recorder: 'bob', event: 'ProposalTabled', act: may, after: { score: 0.125 } };
    expect(revisions).toMatchObject([
      { ...marchTold, before: { status: 'undeclared', score: null, band: null }, after: { score: -0.5 } },
      { ...mayTold, before: { score: -0.5, band: 'pressure', strength: 1 } },
    ]);
    expect(basis).toMatchObject({ validAt: '2025-05-11T00:00:00.000Z', knownAt: { sequence: 9 } });
    await server.post('/v1/sources/rubio-2025-04-18/retractions', { reason: 'A forgery.', cause: 'disputed' });
    await server.post('/v1/sources/rubio-2025-04-18/reinstatements', { reason: 'It was none.' });
    expect((await json(`${path}&afterSequence=9`))['revisions']).toMatchObject([
      { event: 'SourceRetracted', act: null, source: 'rubio-2025-04-18', reason: 'A forgery.', cause: 'disputed' },
      { event: 'SourceReinstated', before: { score: 0.75 }, after: { score: 0.125 } },
    ]);
    const early = await json('/revisions?validAt=2025-03-05&afterSequence=8&excludeSources=leak');
    expect(early['revisions']).toHaveLength(2);
    expect((await json('/revisions?validAt=1999'))['revisions']).toEqual([]);
    const refusal = async (query: string) => (await server.get(`${cell}/revisions?${query}`)).refusal;
    expect(await refusal('afterSequence=10&atSequence=9')).toEqual([422, 'invalid', '?afterSequence']);
    expect(await refusal('afterSequence=x')).toEqual([422, 'invalid', '?afterSequence']);
  });

  it('differs between two bases act by act, in parts that sum to the change', async () => {
    const path = '/diff?model=mean&atSequence=9&from.validAt=2025-03-05&to.validAt=2025-05-10';
    const { before, after, change, parts, basis } = await json(path);
    expect({ before, after, change }).toMatchObject({
      ...{ before: { score: -0.5, band: 'pressure', contributionsTotal: 1 }, after: { score: 0.125 }, change: 0.625 },
    });
    expect(parts).toMatchObject([
      { act: may, effect: 'entered', part: 0.625, before: null, after: { value: 0.75, share: 0.5 } },
      { act: march, effect: 'reweighted', part: 0, before: { share: 1 }, after: { share: 0.5 } },
    ]);
    expect(await json(`${path}&parts=0`)).toMatchObject({ parts: [], partsTotal: 2, restPart: 0.625 });
    expect(basis).toMatchObject({ from: { validAt: '2025-03-06T00:00:00.000Z' }, to: { knownAt: { sequence: 9 } } });
    const models = await json('/diff?from.model=mean&to.model=latest&validAt=2025-05-10&atSequence=9');
    expect(models).toMatchObject({ change: 0.625, parts: [{ act: march, effect: 'left' }, { effect: 'reweighted' }] });
    const learned = '/diff?model=mean&validAt=2025-05-10&atSequence=9&from.atSequence=8&to.kinds=proposal&parts=1';
    expect(await json(learned)).toMatchObject({ change: 1.25, parts: [{ act: may, part: 0.625 }], restPart: 0.625 });
    const began = await json('/diff?from.validAt=1999&atSequence=9&to.validAt=2025-05-10');
    expect(began).toMatchObject({ before: { score: null }, change: null, parts: [{ part: null }, { part: null }] });
    expect(await json('/diff?atSequence=9')).toMatchObject({ change: 0, parts: [], restPart: 0 });
  });

  it('is refused a difference of which one side is wrong, by the name that the client gave it', async () => {
    const refusal = async (query: string) => (await server.get(`${cell}/diff?${query}`)).refusal;
    expect(await refusal('from.model=median')).toEqual([422, 'invalid', '?from.model']);
    expect(await refusal('to.validAt=2025-02-30')).toEqual([422, 'bad-time', '?to.validAt']);
    expect(await refusal('validAt=2025-02-30')).toEqual([422, 'bad-time', '?validAt']);
    expect(await refusal('to.atSequence=99')).toEqual([422, 'beyond-head', '?to.atSequence']);
    expect(await refusal('from.atSequence=1&from.knownAt=2025')).toEqual([422, 'invalid', '?from.knownAt']);
    expect(await refusal('from.basis=1')).toEqual([422, 'invalid', '?from.basis']);
    expect(await refusal('to.halfLifeDays=0')).toEqual([422, 'invalid', '?to.halfLifeDays']);
    expect((await refusal('from.atSequence=1&knownAt=2025-06-01'))[0]).toBe(200);
  });

  it('changed most in these cells, of all or of those that are named', async () => {
    const diff = async (query: string) => (await server.get(`/v1/diff?model=mean&atSequence=9&${query}`)).json;
    const days = 'from.validAt=2025-03-05&to.validAt=2025-05-10';
    expect(await diff(days)).toMatchObject({
      items: [{ party: 'united-states', issue: 'approach-to-moscow', before: { score: -0.5 }, change: 0.625 }],
      ...{ changed: 1, basis: { from: { validAt: '2025-03-06T00:00:00.000Z' }, to: {} } },
    });
    expect(await diff(`${days}&party=russia`)).toMatchObject({ items: [], changed: 0 });
    expect(await diff('from.validAt=1999&limit=1')).toMatchObject({ items: [{ change: null }], changed: 1 });
    const refusal = async (query: string) => (await server.get(`/v1/diff?${query}`)).refusal;
    expect(await refusal('party=nobody')).toEqual([422, 'unknown-party', '?party']);
    expect(await refusal('limit=0')).toEqual([422, 'invalid', '?limit']);
  });

  it('is nothing where there is no stance: null and empty, never a clamp', async () => {
    const early = 'validAt=1999&atSequence=8';
    expect(await json(`/influence?${early}`)).toMatchObject({ score: null, acts: [], sources: [] });
    expect(await json(`/breakdown?by=kind&${early}`)).toMatchObject({ score: null, parts: [] });
    expect(await json(`/sensitivity?${early}`)).toMatchObject({
      robust: null,
      variants: [{ score: null }, {}, {}, {}, {}, {}],
    });
  });

  it('stays the same to the byte on a basis that is fixed, and is refused on one that there is not', async () => {
    for (const question of ['influence?', 'breakdown?by=kind&', 'sensitivity?', 'revisions?']) {
      const fixed = await server.get(`${cell}/${question}validAt=2025-05-10&atSequence=8`);
      expect(fixed.header('cache-control')).toContain('immutable');
      const refusal = async (query: string) => (await server.get(`${cell}/${question}${query}`)).refusal;
      expect(await refusal('model=median')).toEqual([422, 'invalid', '?model']);
      expect(await refusal('atSequence=99')).toEqual([422, 'beyond-head', '?atSequence']);
      expect(await refusal('validAt=2025-02-30')).toEqual([422, 'bad-time', '?validAt']);
      expect(await refusal('basis=x')).toEqual([422, 'invalid', '?basis']);
      expect(await refusal('speakers=nobody')).toEqual([422, 'unknown-speaker', '?speakers']);
      const nowhere = await server.get(`/v1/stances/nobody/approach-to-moscow/${question}`);
      expect(nowhere.refusal).toEqual([404, 'not-found']);
    }
    for (const query of ['', '?by=mood'])
      expect((await server.get(`${cell}/breakdown${query}`)).refusal).toEqual([422, 'invalid', '?by']);
  });

  it('shows of a source what falls with it, and of a retracted one what would stand again', async () => {
    const path = '/v1/sources/rubio-2025-04-18/dependents';
    const query = 'model=mean&validAt=2025-05-10';
    const fixed = await server.get(`${path}?${query}&atSequence=9`);
    const onIt = {
      ...{ party: 'united-states', issue: 'approach-to-moscow', influence: -0.625 },
      with: { status: 'held', score: 0.125, band: 'mediation', strength: 2 },
      without: { status: 'provisional', score: 0.75, band: 'concessions', strength: 1 },
    };
    const both = [
      { act: may, kind: 'proposal', state: 'recorded', hasEffect: { with: true, without: true } },
      { act: march, occurred: '2025-03-01', hasEffect: { with: true, without: false } },
    ];
    const source = 'rubio-2025-04-18';
    expect(fixed.json).toMatchObject({ source, state: 'captured', acts: both, stances: [onIt] });
    expect(fixed.header('cache-control')).toContain('immutable');
    const links = [...fixed.text.matchAll(/"(\/v1\/[^"]*)"/g)].map(([, link]) => link!);
    for (const link of links) expect([link, (await server.get(link)).status]).toEqual([link, 200]);
    await server.post(`/v1/sources/${source}/retractions`, { reason: 'A forgery.' });
    expect((await server.get(`${path}?${query}`)).json).toMatchObject({ state: 'retracted', stances: [onIt] });
    expect((await server.get(`${path}?${query}&atSequence=9`)).text).toBe(fixed.text);
    const leak = (await server.get(`/v1/sources/leak/dependents?${query}`)).json;
    expect(leak['stances']).toMatchObject([{ with: { score: 0.75 }, without: { score: null }, influence: null }]);
    const early = (await server.get(`${path}?atSequence=3`)).json;
    expect(early).toMatchObject({ state: null, acts: [], stances: [] });
    expect((await server.get('/v1/sources/nothing/dependents')).refusal).toEqual([404, 'not-found']);
    expect((await server.get(`${path}?limit=3`)).refusal).toEqual([422, 'invalid', '?limit']);
  });
});
