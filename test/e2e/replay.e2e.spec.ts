import { act } from '../support/http/bodies.js';
import { eventsIn, linesIn } from '../support/http/streamed.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const id = (number: number): string => `${String(number).repeat(8)}-1111-4111-8111-111111111111`;
const cell = '&party=united-states&issue=approach-to-moscow';
const lines = { accept: 'application/x-ndjson' };
const sse = { accept: 'text/event-stream' };

describe('a replay over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await seededServer();
    const leaning = (value: number) => [{ issue: 'approach-to-moscow', value }];
    await server.post('/v1/acts', { ...act, id: id(1), occurred: '2025-03-01', leanings: leaning(-0.5) });
    await server.post('/v1/acts', { ...act, id: id(2), occurred: '2025-05-01', leanings: leaning(0.8) });
    await server.post('/v1/acts', { ...act, id: id(3), occurred: '2025-04-01', leanings: leaning(0.1) });
    await server.post(`/v1/acts/${id(2)}/retractions`, { reason: 'It was misread.' });
  });
  afterAll(() => server.stop());

  it('tells by valid time what happened, as it is known, a document a line, and sums up', async () => {
    const answer = await server.get('/v1/replay?from=2025-03-01&to=2025-05-10&atSequence=9', lines);
    expect([answer.status, answer.header('content-type'), answer.header('cache-control')]).toEqual([
      ...[200, 'application/x-ndjson; charset=utf-8', 'no-store'],
    ]);
    const told = linesIn(answer.text);
    expect(told.map(({ type, clock, act: by }) => [type, clock, by])).toEqual([
      ['stance', '2025-03-02T00:00:00.000Z', id(1)],
      ['stance', '2025-04-02T00:00:00.000Z', id(3)],
      ['stance', '2025-05-02T00:00:00.000Z', id(2)],
      ['summary', undefined, undefined],
    ]);
    expect(told[0]).toMatchObject({
      ...{ party: 'united-states', issue: 'approach-to-moscow', kind: 'statement', occurred: '2025-03-01' },
      ...{ sequence: null, before: { status: 'undeclared', score: null }, after: { score: -0.5, band: 'pressure' } },
    });
    const stances = '/v1/stances?validAt=2025-05-10&atSequence=9&party=united-states';
    const { items, basis } = (await server.get(stances)).json;
    expect(told[3]).toMatchObject({ by: 'valid', from: '2025-03-01T00:00:00.000Z', events: 3, stances: items, basis });
  });

  it('tells by knowledge what was learnt about one time, with the sequence that did it', async () => {
    const told = linesIn((await server.get(`/v1/replay?by=known&validAt=2025-05-10${cell}`, lines)).text);
    expect(told.map(({ sequence, act: by }) => [sequence, by])).toEqual([
      ...[
        [7, id(1)],
        [8, id(2)],
        [9, id(3)],
        [10, id(2)],
      ],
      [undefined, undefined],
    ]);
    expect(told[4]).toMatchObject({ to: '2025-06-01T12:00:00.000Z', events: 4 });
  });

  it('tells by publication what came out when', async () => {
    const told = linesIn((await server.get(`/v1/replay?by=published${cell}`, lines)).text);
    expect(told.map(({ clock, act: by }) => [clock, by])).toEqual([
      ['2025-04-19T00:00:00.000Z', id(1)],
      ['2025-04-19T00:00:00.000Z', id(3)],
      [undefined, undefined],
    ]);
    expect(told[2]).toMatchObject({ basis: { lens: { publishedUntil: '2025-06-02T00:00:00.000Z' } } });
  });

  it('goes on after the last event that a client has, and has nothing after the summary', async () => {
    const path = `/v1/replay?to=2025-05-10${cell}`;
    const answer = await server.get(path, sse);
    expect(answer.header('content-type')).toBe('text/event-stream; charset=utf-8');
    const told = eventsIn(answer.text);
    expect(told.map(({ event }) => event)).toEqual(['stance', 'stance', 'summary']);
    await server.post('/v1/acts', { ...act, id: id(4), occurred: '2025-04-02' });
    const rest = await server.get(path, { ...sse, 'last-event-id': told[0]!.id });
    expect(eventsIn(rest.text)).toEqual(told.slice(1));
    expect((await server.get(`${path}&after=${told[1]!.id}`, sse)).text).toContain('event: summary');
    const over = await server.get(path, { ...sse, 'last-event-id': told[2]!.id });
    expect([over.status, over.text]).toEqual([204, '']);
  });

  it('goes at the speed that is asked for', async () => {
    // 31 days in 31 ms.
    const told = linesIn((await server.get('/v1/replay?to=2025-05-10&atSequence=9&speed=86400000', lines)).text);
    expect(told.map(({ type }) => type)).toEqual(['stance', 'stance', 'stance', 'summary']);
  });

  it.each([
    ['?speed=0', '?speed'],
    ['?speed=-1', '?speed'],
    ['?speed=fast', '?speed'],
    ['?by=told', '?by'],
    ['?from=2025-05-01&to=2025-04-01', '?from'],
    ['?from=2026&to=2025', '?from'],
    ['?from=2030', '?from'],
    ['?by=published&from=2030', '?from'],
    ['?by=known&from=2027&to=2028', '?from'],
    ['?to=2025&validAt=2024', '?validAt'],
    ['?by=known&to=2025-06-01&atSequence=3', '?to'],
    ['?by=known&from=2025-06-02&atSequence=3', '?from'],
    ['?by=published&publishedUntil=2025-04-01', '?publishedUntil'],
    ['?after=bm9uc2Vuc2U', '?after'],
    ['?loudly=true', '?loudly'],
  ])('refuses %s', async (query, pointer) => {
    expect((await server.get(`/v1/replay${query}`, lines)).refusal).toEqual([422, 'invalid', pointer]);
  });

  it('refuses the place of another question', async () => {
    const [first] = linesIn((await server.get(`/v1/replay?to=2025-05-10${cell}`, lines)).text);
    for (const other of ['to=2025-05-11', 'to=2025-05-10&by=published', 'to=2025-05-10&model=mean']) {
      const answer = await server.get(`/v1/replay?${other}${cell}`, {
        ...lines,
        'last-event-id': String(first!['id']),
      });
      expect(answer.refusal).toEqual([422, 'invalid', '?after']);
    }
  });

  it('lets others be served while 1,000 clients wait for the next event, and stops with them', async () => {
    const leave = new AbortController();
    const slow = `${server.url}/v1/replay?speed=0.001${cell}`;
    const before = process.memoryUsage().heapUsed;
    const clients = await Promise.all(
      Array.from({ length: 1000 }, () => fetch(slow, { headers: sse, signal: leave.signal })),
    );
    expect(new Set(clients.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await server.get('/v1/stances/united-states/approach-to-moscow?validAt=2025-05-10')).status).toBe(200);
    // Both ends of each, since the clients are in this process, too.
    expect((process.memoryUsage().heapUsed - before) / 1000).toBeLessThan(150_000);
    leave.abort();
    const last = await fetch(slow, { headers: sse });
    await server.stop();
    expect(await last.text()).toContain('event: stance');
  });
});
