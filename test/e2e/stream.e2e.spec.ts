import { act } from '../support/http/bodies.js';
import { linesIn } from '../support/http/streamed.js';
import { seededServer } from '../support/http/seeded-server.js';
import { Tail } from '../support/http/tail.js';
import type { TestServer } from '../support/http/test-server.js';

const id = (number: number): string => `${String(number).repeat(8)}-1111-4111-8111-111111111111`;
const leaning = (value: number) => [{ issue: 'approach-to-moscow', value }];
const cell = 'united-states/approach-to-moscow';

describe('the live stream over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await seededServer();
    await server.post('/v1/acts', { ...act, id: id(1), occurred: '2025-03-01', leanings: leaning(-0.5) });
  });
  afterAll(() => server.stop());

  it('tells from now on what is recorded and what it shifts, as CloudEvents', async () => {
    const tail = await Tail.open(`${server.url}/v1/stream`);
    await server.post('/v1/parties', { id: 'france', name: 'France', kind: 'state' });
    await server.post('/v1/acts', { ...act, id: id(2), occurred: '2025-05-01', leanings: leaning(0.8) });
    expect(await tail.ids(3)).toEqual(['8.0', '9.0', '9.1']);
    const [registered, made, shifted] = tail.told;
    expect(registered).toMatchObject({
      ...{ specversion: '1.0', type: 'PartyRegistered', subject: 'party-france', datacontenttype: 'application/json' },
      ...{ source: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/), time: '2025-06-01T12:00:00.000Z' },
      data: { sequence: 8, recorder: 'local', data: { name: 'France' } },
    });
    expect(made).toMatchObject({ type: 'StatementMade', subject: `act-${id(2)}`, data: { sequence: 9 } });
    const stance = async (sequence: number) =>
      (await server.get(`/v1/stances/${cell}?validAt=2025-06-01T12:00:00.000Z&atSequence=${String(sequence)}`)).json;
    expect(shifted).toMatchObject({
      ...{ type: 'stance.shifted', subject: cell, time: '2025-06-01T12:00:00.000Z' },
      data: {
        ...{ id: '9.1', sequence: 9, event: 'StatementMade', act: id(2), source: null, from: 'pressure' },
        ...{ to: 'concessions', before: (await stance(8))['score'], after: (await stance(9))['score'] },
      },
    });
    await tail.leave();
  });

  it('goes on after the last event of a client, and from the beginning where it is asked to', async () => {
    const all = await Tail.open(`${server.url}/v1/stream?since=0`);
    const ids = await all.ids(10);
    expect(ids).toEqual([...Array.from({ length: 9 }, (_, index) => `${String(index + 1)}.0`), '9.1']);
    for (const [index, last] of ids.entries()) {
      const rest = await Tail.open(`${server.url}/v1/stream`, last);
      if (index < 9) expect(await rest.ids(9 - index)).toEqual(ids.slice(index + 1));
      expect(rest.told).toEqual(all.told.slice(index + 1));
      await rest.leave();
    }
    await all.leave();
  });

  it('loses nothing to a client that was cut off before anything was told', async () => {
    const first = await Tail.open(`${server.url}/v1/stream`);
    await first.leave();
    await server.post('/v1/parties', { id: 'turkey', name: 'Turkey', kind: 'state' });
    const second = await Tail.open(`${server.url}/v1/stream`, first.last);
    expect(await second.ids(1)).toEqual(['10.0']);
    await second.leave();
  });

  it('tells only of the types, parties and issues that are asked for', async () => {
    const since = async (query: string, count: number): Promise<readonly string[]> => {
      const tail = await Tail.open(`${server.url}/v1/stream?since=0&${query}`);
      const ids = await tail.ids(count);
      await tail.leave();
      return ids;
    };
    expect(await since('types=stance.shifted', 1)).toEqual(['9.1']);
    expect(await since('types=PartyRegistered,SourceCaptured', 5)).toEqual(['2.0', '3.0', '6.0', '8.0', '10.0']);
    expect(await since('party=united-states', 4)).toEqual(['2.0', '7.0', '9.0', '9.1']);
    expect(await since('issue=approach-to-moscow', 4)).toEqual(['5.0', '7.0', '9.0', '9.1']);
    expect(await since('party=russia', 1)).toEqual(['3.0']);
  });

  it('is lines for who asks for lines', async () => {
    const leaving = new AbortController();
    const headers = { accept: 'application/x-ndjson' };
    const url = `${server.url}/v1/stream?since=8&types=stance.shifted`;
    const { body, headers: sent } = await fetch(url, { headers, signal: leaving.signal });
    expect(sent.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    const { value = '' } = await reader.read();
    expect(linesIn(value)).toMatchObject([{ type: 'stance.shifted', id: '9.1', specversion: '1.0' }]);
    leaving.abort();
  });

  it.each([
    ['?since=yesterday', 'invalid', '?since'],
    ['?since=9.1.1', 'invalid', '?since'],
    ['?since=-1', 'invalid', '?since'],
    ['?since=11', 'beyond-head', '?since'],
    ['?since=11.1', 'beyond-head', '?since'],
    ['?types=stance.moved', 'invalid', '?types'],
    ['?margin=2', 'invalid', '?margin'],
    ['?party=atlantis', 'unknown-party', '?party'],
    ['?issue=weather', 'unknown-issue', '?issue'],
    ['?atSequence=3', 'invalid', '?atSequence'],
  ])('refuses %s', async (query, code, pointer) => {
    expect((await server.get(`/v1/stream${query}`)).refusal).toEqual([422, code, pointer]);
  });

  it('lets others be served while many clients wait, tells all of them, and ends with the node', async () => {
    const tails = await Promise.all(Array.from({ length: 100 }, () => Tail.open(`${server.url}/v1/stream`)));
    expect((await server.get('/health/live')).status).toBe(200);
    await server.post('/v1/parties', { id: 'china', name: 'China', kind: 'state' });
    for (const tail of tails) expect(await tail.ids(1)).toEqual(['11.0']);
    await Promise.all(tails.slice(1).map((tail) => tail.leave()));
    await server.stop();
    await tails[0]!.end();
  });
});
