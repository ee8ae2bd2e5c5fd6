import { act, source, speaker } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import type { TestServer } from '../support/http/test-server.js';

const noTimes = [
  ...['2024-02-30', '2025-02-29', '2024-13', '2024-21', '198X', '0000', '9999', '12025', '1985/', '/1985', '../1985'],
  ...['2025-04-22T10:00:00', '2025-04-22T10:00Z', '2025-04-22T24:00:00Z', '2025-04-22 10:00:00Z', '22.04.2025'],
  ...['[1667,1668]', '1985-04-12/..', '2024?~', 'yesterday', '2025-04-22T10:00:00+25:00', '10000-01-01T00:00:00Z'],
];

describe('times over HTTP', () => {
  let server: TestServer;
  const cell = '/v1/stances/united-states/approach-to-moscow';
  beforeAll(async () => {
    server = await seededServer();
  });
  afterAll(() => server.stop());

  it.each(noTimes)('refuse %s wherever a time belongs, and say what is one', async (time) => {
    const inBody = await server.post('/v1/acts?dryRun=true', { ...act, occurred: time });
    const inQuery = await server.get(`${cell}?validAt=${encodeURIComponent(time)}`);
    expect(inBody.refusal).toEqual([422, 'bad-time', '/occurred']);
    expect(inQuery.refusal).toEqual([422, 'bad-time', '?validAt']);
    expect(inQuery.problem.errors?.[0]?.detail).toContain('RFC 3339');
  });

  it('point at the time that is none, in every body', async () => {
    const mandate = { party: 'united-states', role: 'envoy', from: '2025', until: '2024' };
    const wrong: [string, object, string][] = [
      ['/v1/sources', { ...source, id: 'x', published: 'today' }, '/published'],
      ['/v1/sources', { ...source, id: 'x', retrieved: '2024-02-30' }, '/retrieved'],
      ['/v1/speakers', { ...speaker, id: 'x', mandates: [mandate] }, '/mandates/0/until'],
      ['/v1/acts', { ...act, until: '2025-04-18' }, '/until'],
      ['/v1/acts', { ...act, kind: 'threat', threat: { measure: 'go', deadline: 'soon' } }, '/threat/deadline'],
    ];
    for (const [path, body, pointer] of wrong) {
      expect((await server.post(path, body)).refusal).toEqual([422, 'bad-time', pointer]);
    }
  });

  it('refuse an act that starts after now, and let a question look ahead', async () => {
    expect((await server.post('/v1/acts', { ...act, occurred: '2025-06-02' })).refusal).toEqual([
      ...[422, 'bad-time', '/occurred'],
    ]);
    expect((await server.get(`${cell}?validAt=9998`)).status).toBe(200);
    expect((await server.get(`${cell}?validAt=2025-06-02T12:00:00Z`)).status).toBe(200);
  });

  it.each(['2025-04-18?', '2025-04~', '2025%', '2025-04-18/2025-04-20', '2025-04-18T23:59:59.9999+02:00'])(
    'take %s and keep it as it was given',
    async (occurred) => {
      const { json } = await server.post('/v1/acts', { ...act, occurred });
      expect((await server.get(`/v1/acts/${String(json['id'])}`)).json['occurred']).toBe(occurred);
    },
  );

  it('explain a + that became a space, and a % that is not encoded', async () => {
    const { problem } = await server.get(`${cell}?validAt=2025-04-22T10:00:00+02:00`);
    expect([problem.code, problem.errors?.[0]?.detail]).toEqual(['bad-time', expect.stringContaining('%2B')]);
    expect((await server.get(`${cell}?validAt=2025-04-22T10:00:00%2B02:00`)).status).toBe(200);
    expect((await server.get(`${cell}?validAt=2025%`)).refusal).toEqual([422, 'invalid', '?validAt']);
    expect((await server.get(`${cell}?validAt=2025%25`)).status).toBe(200);
  });

  it('read every time of a query', async () => {
    const times = ['publishedUntil', 'occurredFrom', 'occurredTo', 'knownAt'];
    for (const name of times) {
      expect((await server.get(`${cell}?${name}=2024-21`)).refusal).toEqual([422, 'bad-time', `?${name}`]);
    }
    expect((await server.get(`${cell}/timeline?from=198X`)).refusal).toEqual([422, 'bad-time', '?from']);
    expect((await server.get(`${cell}/shifts?to=1985/`)).refusal).toEqual([422, 'bad-time', '?to']);
  });

  it('are no range where it ends before it begins, however they are written', async () => {
    const ranges: readonly (readonly [path: string, from: string, to: string])[] = [
      ...[['/v1/acts', 'from', 'to'] as const, ['/v1/acts?open=true', 'from', 'to'] as const],
      ...[[cell, 'occurredFrom', 'occurredTo'] as const, ['/v1/stances', 'occurredFrom', 'occurredTo'] as const],
    ];
    for (const [path, from, to] of ranges) {
      const asked = async (begin: string, end: string) => {
        const mark = path.includes('?') ? '&' : '?';
        return (await server.get(`${path}${mark}${from}=${begin}&${to}=${end}`)).refusal;
      };
      for (const [begin, end] of [
        ['2025-04-23', '2025-04-22'],
        ['2025-05', '2025-04-30'],
        ['2025-04-22T10:00:00Z', '2025-04-22T09:59:59.999Z'],
        ['2025-04-23T00:00:00Z', '2025-04-22'],
      ])
        expect(await asked(begin!, end!)).toEqual([422, 'invalid', `?${from}`]);
      for (const [begin, end] of [
        ['2025-04-22', '2025-04-22'],
        ['2025-04-22', '2025-04'],
        ['2025-04-22T10:00:00Z', '2025-04-22'],
        ['2025-04-22T10:00:00Z', '2025-04-22T10:00:00Z'],
      ])
        expect((await asked(begin!, end!))[0]).toBe(200);
    }
  });

  it('know nothing beyond now', async () => {
    expect((await server.get(`${cell}?knownAt=2025-06-02T00:00:00Z`)).refusal).toEqual([
      422,
      'beyond-head',
      '?knownAt',
    ]);
    expect((await server.get(`${cell}?atSequence=100000`)).refusal).toEqual([422, 'beyond-head', '?atSequence']);
    const { json } = await server.get(`${cell}?knownAt=2025-06`);
    expect(json['basis']).toMatchObject({ knownAt: { settled: false } });
    expect((await server.get(`${cell}?knownAt=2020`)).json['basis']).toMatchObject({
      knownAt: { sequence: 0, recordedAt: null, settled: true },
    });
  });

  it('revise a stance also where a correction only writes one in another way, as contributions show it', async () => {
    const once = { ...act, occurred: '2025-03-01' };
    const { id } = (await server.post('/v1/acts', once)).json;
    const correction = { reason: 'In doubt.', act: { ...act, occurred: '2025-03-01?' } };
    const { json: receipt } = await server.post(`/v1/acts/${String(id)}/corrections`, correction);
    const { json } = await server.get(`${cell}/revisions?validAt=2025-05-10`);
    const revisions = json['revisions'] as readonly { before: object; after: object }[];
    const { revision: _revision, id: corrected, ...written } = receipt;
    expect(revisions.at(-1)).toMatchObject({ ...written, act: corrected, event: 'ActCorrected' });
    expect(revisions.at(-1)!.after).toEqual(revisions.at(-1)!.before);
  });
});
