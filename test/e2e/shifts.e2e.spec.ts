import { act, issue, reason, revised, source } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const id = (number: number): string => `${String(number).repeat(8)}-1111-4111-8111-111111111111`;
const on = (moscow: number, mediation?: number) => [
  { issue: 'approach-to-moscow', value: moscow },
  ...(mediation === undefined ? [] : [{ issue: 'mediation', value: mediation }]),
];
const russia = { ...act, party: 'russia', leanings: on(0.8) };
const proposal = { ...act, kind: 'proposal', occurred: '2025-05-31' };
const other = { ...proposal, citations: [{ source: 'other', exact: 'move on' }], leanings: on(1, 0.9) };
const now = '2025-06-01T12:00:00.000Z';

type Item = Readonly<Record<string, unknown>>;

/** Which event shifted which stance: `id event party/issue from→to`. */
const toldOf = ({ id: of, event, party, issue: question, from, to }: Item): string =>
  `${String(of)} ${String(event)} ${String(party)}/${String(question)} ${String(from)}→${String(to)}`;

const expected = [
  '11.1 ProposalTabled united-states/approach-to-moscow pressure→concessions',
  '12.1 ActCorrected united-states/approach-to-moscow concessions→mediation',
  '12.2 ActCorrected united-states/mediation concessions→pressure',
  '14.1 ActWithdrawn russia/approach-to-moscow concessions→pressure',
  '15.1 ActRetracted united-states/approach-to-moscow mediation→pressure',
  '15.2 ActRetracted united-states/mediation pressure→concessions',
  '16.1 ActReinstated united-states/approach-to-moscow pressure→mediation',
  '16.2 ActReinstated united-states/mediation concessions→pressure',
  '17.1 SourceRetracted united-states/approach-to-moscow mediation→pressure',
  '17.2 SourceRetracted united-states/mediation pressure→concessions',
  '18.1 SourceReinstated united-states/approach-to-moscow pressure→mediation',
  '18.2 SourceReinstated united-states/mediation concessions→pressure',
  '19.1 SourceDescribed united-states/approach-to-moscow mediation→pressure',
  '19.2 SourceDescribed united-states/mediation pressure→concessions',
  '20.1 IssueReframed united-states/mediation concessions→pressure',
];

/** Sequences 7 to 20. */
async function record(server: TestServer): Promise<void> {
  await server.post('/v1/issues', { ...issue, id: 'mediation' });
  await server.post('/v1/sources', { ...source, id: 'other', text: `${String(source['text'])} Again.` });
  await server.post('/v1/acts', { ...act, id: id(1), leanings: on(-0.5, 0.9) });
  await server.post('/v1/acts', { ...russia, id: id(2) });
  await server.post('/v1/acts', { ...other, id: id(3) });
  const corrected = { ...other, leanings: on(0.2, -1) };
  await server.post(`/v1/acts/${id(3)}/corrections`, { ...reason, act: corrected });
  await server.post('/v1/acts', { ...russia, id: id(4), leanings: on(-0.4), occurred: '2025-02-01' });
  await server.post('/v1/acts', { ...russia, id: id(5), kind: 'withdrawal', inResponseTo: id(2), leanings: [] });
  await server.post(`/v1/acts/${id(3)}/retractions`, reason);
  await server.post(`/v1/acts/${id(3)}/reinstatements`, reason);
  await server.post('/v1/sources/other/retractions', reason);
  await server.post('/v1/sources/other/reinstatements', reason);
  const weaker = { ...revised(source), reliability: 'E', language: 'en' };
  await server.put('/v1/sources/other', weaker);
  await server.put('/v1/issues/mediation', { ...revised(issue), halfLifeDays: 1 });
}

describe('the shifts over HTTP', () => {
  let server: TestServer;
  const shifts = async (query: string) => (await server.get(`/v1/shifts?${query}`)).items;
  const told = async (query: string) => (await shifts(query)).map(toldOf);

  beforeAll(async () => {
    server = await seededServer();
    await record(server);
  });
  afterAll(() => server.stop());

  it('are told in log order, with the event that did it, a number for each stance that it shifted', async () => {
    expect(await told('margin=0')).toEqual(expected);
  });

  it('are where the point answers just before an event and at it lie in different bands', async () => {
    const stance = async (cell: string, sequence: number): Promise<Item> =>
      (await server.get(`/v1/stances/${cell}?validAt=${now}&atSequence=${String(sequence)}`)).json;
    for (const { sequence, party, issue: question, from, to, before, after } of await shifts('margin=0')) {
      const cell = `${String(party)}/${String(question)}`;
      expect(await stance(cell, Number(sequence) - 1)).toMatchObject({ band: from, score: before });
      expect(await stance(cell, Number(sequence))).toMatchObject({ band: to, score: after });
    }
  });

  it('name the act or the source that it was about, who recorded it and when', async () => {
    const items = await shifts('margin=0');
    const named = (of: string): Item | undefined => items.find((item) => item['id'] === of);
    expect(named('14.1')).toMatchObject({ act: id(5), source: null, recorder: 'local', recordedAt: now, sequence: 14 });
    expect(named('17.2')).toMatchObject({ act: null, source: 'other' });
    expect(named('20.1')).toMatchObject({ act: null, source: null });
  });

  it('are told of the parties and issues, and beyond the margin, that are asked for', async () => {
    const lines = (part: string) => expected.filter((line) => line.includes(part));
    expect(await told('margin=0&party=russia')).toEqual(lines('russia/'));
    expect(await told('margin=0&issue=mediation')).toEqual(lines('/mediation'));
    expect(await told('margin=0&issue=mediation,approach-to-moscow&party=russia,united-states')).toEqual(expected);
    expect(await told('margin=0&issue=mediation&party=russia')).toEqual([]);
    const bounds: Readonly<Record<string, readonly [number, number]>> = {
      ...{ pressure: [-1, -0.25], mediation: [-0.25, 0.25], concessions: [0.25, 1] },
    };
    const isBeyond = (margin: number) => (item: Item) => {
      const [lower, upper] = bounds[String(item['from'])] ?? [0, 0];
      return Number(item['after']) >= upper + margin || Number(item['after']) < lower - margin;
    };
    const all = await shifts('margin=0');
    for (const margin of [0.05, 0.3, 0.6]) {
      expect(await shifts(`margin=${String(margin)}`)).toEqual(all.filter(isBeyond(margin)));
    }
    expect(await shifts('')).toEqual(await shifts('margin=0.05'));
    expect(all.filter(isBeyond(0.3)).length).toBeLessThan(all.length);
  });

  it('go on after an event or after a shift, and page by page', async () => {
    expect(await told('margin=0&since=17')).toEqual(expected.slice(10));
    expect(await told('margin=0&since=17.1')).toEqual(expected.slice(9));
    expect(await told('margin=0&since=17.0')).toEqual(expected.slice(8));
    expect(await told('margin=0&since=20')).toEqual([]);
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const page = await server.get(`/v1/shifts?margin=0&limit=4${cursor}`);
      found.push(...page.items.map(toldOf));
      const { next } = page.json;
      if (next === null) break;
      cursor = `&cursor=${JSON.stringify(next).slice(1, -1)}`;
    }
    expect(found).toEqual(expected);
  });

  it('are, at an earlier K, those of the events until then', async () => {
    expect(await told('margin=0&atSequence=15')).toEqual(expected.slice(0, 6));
    expect(await told('margin=0&atSequence=11')).toEqual(expected.slice(0, 1));
    expect((await server.get('/v1/shifts?atSequence=3')).json).toMatchObject({
      ...{ items: [], next: null, basis: { knownAt: { sequence: 3, recordedAt: now, settled: true } } },
    });
  });

  it('are not sent again to who has them', async () => {
    const first = await server.get('/v1/shifts?margin=0');
    expect(first.header('cache-control')).toBe('no-cache');
    const again = await server.get('/v1/shifts?margin=0', { 'if-none-match': first.header('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each([
    ['?margin=-0.1', 'invalid', '?margin'],
    ['?margin=wide', 'invalid', '?margin'],
    ['?since=yesterday', 'invalid', '?since'],
    ['?since=99', 'beyond-head', '?since'],
    ['?since=9&atSequence=8', 'invalid', '?since'],
    ['?since=9.1&knownAt=2025-05-31', 'invalid', '?since'],
    ['?limit=0', 'invalid', '?limit'],
    ['?cursor=bm9uc2Vuc2U', 'invalid', '?cursor'],
    ['?party=atlantis', 'unknown-party', '?party'],
    ['?issue=weather', 'unknown-issue', '?issue'],
    ['?atSequence=99', 'beyond-head', '?atSequence'],
    ['?validAt=2025-05-01', 'invalid', '?validAt'],
    ['?loudly=true', 'invalid', '?loudly'],
  ])('refuse %s', async (query, code, pointer) => {
    expect((await server.get(`/v1/shifts${query}`)).refusal).toEqual([422, code, pointer]);
  });

  it('refuse the cursor of another question', async () => {
    const { next } = (await server.get('/v1/shifts?margin=0&limit=4')).json;
    const answer = await server.get(`/v1/shifts?margin=0.1&limit=4&cursor=${String(next)}`);
    expect(answer.refusal).toEqual([422, 'invalid', '?cursor']);
  });
});
