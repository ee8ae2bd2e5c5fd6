import { createHash } from 'node:crypto';
import { act, reason, source } from '../support/http/bodies.js';
import type { TestServer } from '../support/http/test-server.js';
import { cell, leak, type LinkedTrace, march, may, tracedServer, traceOf } from '../support/http/traced-server.js';

const withdrawal = '33333333-3333-4333-8333-333333333333';
const basis = 'validAt=2025-05-10&atSequence=';

describe('the trace of a stance', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await tracedServer();
  });
  afterEach(() => server.stop());

  const trace = (query = ''): Promise<LinkedTrace> => traceOf(server, query);

  it('leads from the score over weights and factors to what each act adds', async () => {
    const { stance, contributions, check } = await trace('validAt=2025-05-10');
    expect(contributions).toMatchObject([
      { act: march, value: -0.5, weight: 0.9, factors: { force: 1, attribution: 1, reliability: 0.9, certainty: 1 } },
      {
        act: may,
        weight: 0.21,
        factors: { force: 1.2, attribution: 0.5, reliability: 0.7, certainty: 0.5, standing: 1 },
      },
    ]);
    // Nine days of a half-life of ninety: 2^(−1/10).
    expect(contributions[1]!.factors.decay).toBeCloseTo(0.933033, 6);
    expect(contributions[1]!.term).toBeCloseTo(0.21 * 0.933033, 6);
    const sum = (name: 'share' | 'product' | 'term') => contributions.reduce((total, each) => total + each[name], 0);
    expect(sum('share')).toBeCloseTo(1, 12);
    expect(sum('product')).toBeCloseTo(stance.score!, 12);
    expect(sum('term')).toBeCloseTo(stance.strength, 12);
    expect(check).toEqual({
      ...{ shares: expect.closeTo(1, 12), score: expect.closeTo(stance.score!, 12) },
      ...{ strength: expect.closeTo(stance.strength, 12), tolerance: 1e-9, holds: true },
    });
  });

  it('adds up all contributions, also those that it does not show', async () => {
    const { contributions, stance, check } = await trace('validAt=2025-05-10&contributions=1');
    expect(contributions.map((each) => each.act)).toEqual([march]);
    expect([stance.contributionsTotal, check.holds, check.shares]).toEqual([2, true, expect.closeTo(1, 12)]);
    expect(check.score).toBeCloseTo(stance.score!, 12);
  });

  it('shows each quote where it stands, by code points', async () => {
    const { contributions } = await trace();
    const { passage, start, end, counts } = contributions[1]!.citations[0]!;
    expect(passage).toEqual({
      ...{ state: 'present', matches: true, from: 0, to: Array.from(leak).length },
      ...{ before: '🕊️ It would ', exact: 'recognise Crimea', after: ', officials said.' },
    });
    expect([Array.from(leak).slice(start, end).join(''), counts]).toEqual(['recognise Crimea', true]);
  });

  it('cuts the surroundings at 120 code points', async () => {
    const long = { ...source, id: 'long', text: `${'🕊'.repeat(300)} peace ${'é'.repeat(300)}` };
    await server.post('/v1/sources', long);
    await server.post('/v1/acts', { ...act, citations: [{ source: 'long', exact: 'peace' }] });
    const { contributions } = await trace('kinds=statement&occurredFrom=2025-04');
    expect(contributions[0]!.citations[0]!.passage).toMatchObject({
      ...{ before: `${'🕊'.repeat(119)} `, after: ` ${'é'.repeat(119)}`, from: 181, to: 426 },
    });
  });

  it('tells every version of an act with the event that made it', async () => {
    const content = { ...act, certainty: 0.9 };
    await server.post(`/v1/acts/${march}/corrections`, { ...reason, act: content }, { 'idempotency-key': 'key-2' });
    const { contributions, basis: told } = await trace('occurredTo=2025-03');
    expect(contributions.map((each) => each.act)).toEqual([]);
    expect(told.knownAt.sequence).toBe(10);
    const { versions } = (await trace('occurredTo=2025-04-18')).contributions[0]!;
    expect(versions).toMatchObject([
      {
        event: 'StatementMade',
        occurred: '2025-03-01',
        reason: null,
        seen: true,
        log: { sequence: 8, recorder: 'carol' },
      },
      {
        ...{ event: 'ActCorrected', occurred: '2025-04-18', reason: 'It was misread.' },
        log: {
          sequence: 10,
          command: 'key-2',
          correlation: 'key-2',
          causation: null,
          stream: `act-${march}`,
          revision: 1,
        },
      },
    ]);
  });

  it('says by which withdrawals an act stands less', async () => {
    const doubtful = { ...act, id: withdrawal, kind: 'withdrawal', inResponseTo: march, leanings: [], certainty: 0.25 };
    await server.post('/v1/acts', doubtful);
    const { contributions, check } = await trace();
    expect(contributions[0]).toMatchObject({
      ...{ act: march, standing: 0.75, factors: { standing: 0.75 } },
      withdrawals: [{ act: withdrawal, certainty: 0.25, standing: 1 }],
    });
    expect([contributions[1]!.withdrawals, check.holds]).toEqual([[], true]);
  });

  it('shows the grade, dates, hash and retraction of each source at K', async () => {
    await server.post(
      '/v1/sources/leak/retractions',
      { ...reason, cause: 'disputed' },
      { 'demarche-recorder': 'dora' },
    );
    await server.post(`/v1/acts/${may}/citations`, { citations: [{ source: source['id'], exact: 'move on' }] });
    const { sources, contributions } = await trace();
    expect(sources).toMatchObject([
      {
        ...{ id: 'leak', reliability: 'C', published: '2025-04-18', state: 'retracted', erasure: null },
        sha256: createHash('sha256').update(leak).digest('hex'),
        retraction: { sequence: 10, recorder: 'dora', reason: 'It was misread.', cause: 'disputed' },
        versions: [{ event: 'SourceCaptured' }, { event: 'SourceRetracted', log: { sequence: 10, recorder: 'dora' } }],
      },
      { id: 'rubio-2025-04-18', state: 'captured', retraction: null },
    ]);
    expect(contributions[1]!.citations.map(({ counts }) => counts)).toEqual([false, true]);
    expect((await trace('atSequence=9')).sources[0]!).toMatchObject({ state: 'captured', retraction: null });
  });

  it('says of an erased text that it is erased, by whom and why, on every basis, and keeps the quotes', async () => {
    await server.post('/v1/sources', { ...source, id: 'twin', text: leak });
    const before = await server.get(`/v1/trace/${cell}?${basis}9`);
    expect(before.text).toContain('officials said');
    await server.post('/v1/sources/twin/erasures', { ...reason, cause: 'legal' }, { 'demarche-recorder': 'eve' });
    const erasure = { source: 'twin', sequence: 11, recorder: 'eve', reason: 'It was misread.', cause: 'legal' };
    for (const query of ['', `${basis}9`]) {
      const { contributions, sources, check } = await trace(query);
      expect(contributions[1]!.citations).toMatchObject([
        { exact: 'recognise Crimea', passage: { state: 'erased', erasure } },
      ]);
      expect([sources[0]!.erasure, check.holds]).toEqual([expect.objectContaining(erasure), true]);
    }
    const after = await server.get(`/v1/trace/${cell}?${basis}9`);
    expect(after.text).not.toContain('officials said');
    expect([before, after].map((answer) => answer.header('cache-control'))).toEqual(['no-cache', 'no-cache']);
  });

  it('has an address for every hop, and each answers on the same basis', async () => {
    const answer = await server.get(`/v1/trace/${cell}?validAt=2025-05-10&recorders=bob,carol&minReliability=C`);
    const paths = [...answer.text.matchAll(/"(\/v1\/[^"]*)"/g)].map(([, path]) => path!);
    expect(new Set(paths).size).toBeGreaterThan(15);
    for (const path of new Set(paths)) expect([path, (await server.get(path)).status]).toEqual([path, 200]);
    const { links, stance, contributions } = answer.json as unknown as LinkedTrace;
    expect((await server.get(links.self)).text).toBe(answer.text);
    expect((await server.get(stance.links.self)).json).toMatchObject({
      score: stance.score!,
      basis: answer.json['basis'],
    });
    const { log } = contributions[1]!.versions[0]!;
    expect((await server.get(log.links.self)).json).toMatchObject({ command: 'key-1', recorder: 'bob', sequence: 9 });
  });

  it('sees of each act what the lens sees', async () => {
    const content = { ...act, certainty: 0.9 };
    const headers = { 'demarche-recorder': 'mallory' };
    await server.post(`/v1/acts/${march}/corrections`, { ...reason, act: content }, headers);
    const { contributions, check } = await trace('excludeRecorders=mallory&kinds=statement');
    expect(contributions).toMatchObject([
      {
        ...{ act: march, occurred: '2025-03-01', factors: { certainty: 1 } },
        versions: [{ seen: true }, { seen: false, recorder: 'mallory' }],
      },
    ]);
    expect(check.holds).toBe(true);
    expect((await trace('excludeSources=leak')).contributions).toHaveLength(1);
  });

  it('tells when an act occurred as the lens sees it, also in the stance, its words and a replay', async () => {
    await server.post(`/v1/acts/${march}/corrections`, { ...reason, act }, { 'demarche-recorder': 'mallory' });
    const lens = 'kinds=statement&excludeRecorders=mallory';
    const { json: stance } = await server.get(`/v1/stances/${cell}?validAt=2025-05-10&${lens}`);
    const sentence = expect.stringContaining('the statement of 1 March.');
    expect(stance).toMatchObject({ contributions: [{ act: march, occurred: '2025-03-01' }], sentence });
    const replay = (await server.get(`/v1/replay?validAt=2025-05-10&${lens}`)).text.split('\n');
    expect(JSON.parse(replay[0]!)).toMatchObject({ act: march, occurred: '2025-03-01' });
  });

  it('is empty where nothing contributes, and there is none of what was never registered', async () => {
    expect(await trace('atSequence=2')).toMatchObject({
      ...{ stance: { status: 'undeclared', score: null }, framing: null, contributions: [], sources: [] },
      check: { shares: 0, score: null, strength: 0, holds: true },
    });
    expect((await server.get('/v1/trace/nobody/approach-to-moscow')).refusal).toEqual([404, 'not-found']);
    expect((await server.get(`/v1/trace/${cell}?contributions=some`)).refusal).toEqual([
      422,
      'invalid',
      '?contributions',
    ]);
    expect((await server.get(`/v1/trace/${cell}?x=1`)).refusal).toEqual([422, 'invalid', '?x']);
  });
});
