import { act, reason, source } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory } from '../support/test-node.js';

const id = (number: number): string => `${String(number)}1111111-1111-4111-8111-111111111111`;
const threat = { ...act, id: id(1), kind: 'threat', occurred: '2025-04-18' };
const proposal = { ...act, id: id(2), kind: 'proposal', occurred: '2025-04-20', until: '2025-05' };
const deadline = { measure: 'end the mediation', deadline: '2025-04-25' };

describe('open matters over HTTP', () => {
  let server: TestServer;
  const open = async (query = '') => (await server.get(`/v1/acts?open=true${query}`)).items;
  const ids = async (query = '') => (await open(query)).map((item) => item['id']);

  beforeEach(async () => {
    server = await seededServer();
    await server.post('/v1/acts', { ...threat, threat: deadline });
    await server.post('/v1/acts', proposal);
    await server.post('/v1/acts', { ...act, id: id(3), kind: 'statement', occurred: '2025-04-21' });
    await server.post('/v1/acts', { ...act, id: id(4), kind: 'demand', party: 'russia', occurred: '2025-04-19' });
  });
  afterEach(() => server.stop());

  it('are threats, proposals, demands and commitments in their time, newest first', async () => {
    expect(await ids('&validAt=2025-04-22')).toEqual([id(2), id(4), id(1)]);
    expect(await ids('&validAt=2025-04-19')).toEqual([id(4), id(1)]);
    expect(await ids('&validAt=2025-04-18T12:00:00Z')).toEqual([]);
    expect(await ids('&validAt=2025-05-31')).toEqual([id(4), id(1)]);
    expect(await ids()).toEqual([id(4), id(1)]);
  });

  it('are overdue once the day of a deadline is over', async () => {
    const overdue = async (validAt: string) => (await open(`&kind=threat&validAt=${validAt}`))[0]?.['overdue'];
    expect([await overdue('2025-04-24'), await overdue('2025-04-25T23:59:59.999Z')]).toEqual([false, false]);
    expect([await overdue('2025-04-25'), await overdue('2025-06-01')]).toEqual([true, true]);
    expect((await open('&kind=demand'))[0]?.['overdue']).toBe(false);
  });

  it('say what withdrawals leave of them, and are gone once nothing is left', async () => {
    const withdrawal = { ...act, kind: 'withdrawal', occurred: '2025-04-23', leanings: [] };
    await server.post('/v1/acts', { ...withdrawal, inResponseTo: id(1), certainty: 0.75 });
    expect((await open('&kind=threat&validAt=2025-04-24'))[0]?.['standing']).toBe(0.25);
    expect((await open('&kind=threat&validAt=2025-04-22'))[0]?.['standing']).toBe(1);
    await server.post('/v1/acts', { ...withdrawal, inResponseTo: id(2), until: '2025-04-26' });
    expect(await ids('&kind=proposal&validAt=2025-04-24')).toEqual([]);
    expect(await ids('&kind=proposal&validAt=2025-04-26')).toEqual([id(2)]);
  });

  it('need effect at K: a retraction of the act, or of its only source, takes them out from then on', async () => {
    await server.post('/v1/sources', { ...source, id: 'other' });
    await server.post('/v1/acts', { ...threat, id: id(5), citations: [{ source: 'other', exact: 'move on' }] });
    await server.post(`/v1/acts/${id(1)}/retractions`, reason);
    expect(await ids('&kind=threat')).toEqual([id(5)]);
    await server.post('/v1/sources/other/retractions', reason);
    expect(await ids('&kind=threat')).toEqual([]);
    expect(await ids('&kind=threat&atSequence=12')).toEqual([id(5), id(1)]);
  });

  it('go on at their own T and K, with a cursor of the same question only', async () => {
    const first = await server.get('/v1/acts?open=true&limit=1&validAt=2025-04-22');
    expect(first.json['basis']).toMatchObject({ validAt: '2025-04-23T00:00:00.000Z', knownAt: { sequence: 10 } });
    const next = String(first.json['next']);
    await server.post('/v1/acts', { ...threat, id: id(6) });
    expect(await ids(`&limit=5&validAt=2025-04-22&cursor=${next}`)).toEqual([id(4), id(1)]);
    for (const query of ['', '&validAt=2025-04-23', '&validAt=2025-04-22&kind=threat']) {
      const answer = await server.get(`/v1/acts?open=true${query}&cursor=${next}`);
      expect(answer.refusal).toEqual([422, 'invalid', '?cursor']);
    }
    expect((await server.get(`/v1/acts?cursor=${next}`)).refusal).toEqual([422, 'invalid', '?cursor']);
  });

  it('go on at the day that the first page was asked on, once that is over', async () => {
    const clock = new TestClock(Date.UTC(2025, 3, 19, 23));
    const late = await seededServer(await portsInMemory(clock));
    await late.post('/v1/acts', { ...threat, threat: { ...deadline, deadline: '2025-04-20' } });
    await late.post('/v1/acts', { ...threat, id: id(7), occurred: '2025-04-19', kind: 'demand' });
    const { json } = await late.get('/v1/acts?open=true&limit=1');
    clock.time += 25 * 3_600_000;
    const next = await late.get(`/v1/acts?open=true&limit=1&cursor=${String(json['next'])}`);
    expect(next.json).toMatchObject({ basis: { validAt: '2025-04-20T00:00:00.000Z' }, items: [{ overdue: false }] });
    expect((await late.get('/v1/acts?open=true')).items).toMatchObject([{ overdue: false }, { overdue: true }]);
    await late.stop();
  });

  it('can be kept for ever when the question fixed both its times', async () => {
    const lasting = await server.get('/v1/acts?open=true&validAt=2025-04-22&atSequence=10');
    expect(lasting.header('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await server.get('/v1/acts?open=true&validAt=2025-04-22')).header('cache-control')).toBe('no-cache');
  });

  it('refuse what cannot be open, and a valid time of a list of all acts', async () => {
    expect((await server.get('/v1/acts?open=true&kind=statement')).refusal).toEqual([422, 'invalid', '?kind']);
    expect((await server.get('/v1/acts?open=yes')).refusal).toEqual([422, 'invalid', '?open']);
    expect((await server.get('/v1/acts?open=true&validAt=soon')).refusal).toEqual([422, 'bad-time', '?validAt']);
    expect((await server.get('/v1/acts?open=false&validAt=2025')).refusal).toEqual([422, 'invalid', '?validAt']);
    expect((await server.get('/v1/acts?open=false')).items).toHaveLength(4);
  });
});
