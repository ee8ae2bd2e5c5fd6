import type { Ports } from '../../src/app.module.js';
import type { EventLog } from '../../src/ports/event-log.js';
import { act, party, reason, revised } from '../support/http/bodies.js';
import { seededServer } from '../support/http/seeded-server.js';
import { testNow, type TestServer } from '../support/http/test-server.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory } from '../support/test-node.js';

const id = '0b6e2b1c-5d0a-4c7e-9a54-0c1a3f1b7c11';

/** Lets the first two who read the stream go on only when both have read it. */
function meetWhenReading(log: EventLog, meeting: string): void {
  const readStream = log.readStream.bind(log);
  let met = (): void => undefined;
  const both = new Promise<void>((resolve) => (met = resolve));
  let readers = 0;
  log.readStream = async (stream) => {
    const events = await readStream(stream);
    if (stream !== meeting) return events;
    readers += 1;
    if (readers === 2) met();
    await both;
    return events;
  };
}

describe('repeats and rivals over HTTP', () => {
  let server: TestServer;
  let ports: Ports;
  const path = `/v1/acts/${id}`;
  const sequence = async () => (await server.get('/health/ready')).json['sequence'];
  beforeEach(async () => {
    ports = await portsInMemory(new TestClock(testNow));
    server = await seededServer(ports);
    await server.post('/v1/acts', { ...act, id });
  });
  afterEach(() => server.stop());

  it('records one event for a POST that is sent again with its Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'lost-answer-1' };
    const anonymous = { ...act, summary: 'Said once.' };
    const first = await server.post('/v1/acts', anonymous, headers);
    const again = await server.post('/v1/acts', anonymous, headers);
    expect([first.status, again.status]).toEqual([201, 200]);
    const { similar: _first, ...receipt } = first.json;
    expect(again.json).toMatchObject(receipt);
    expect(again.header('etag')).toBe('"0"');
    expect(again.header('location')).toBe(first.header('location'));
    expect(await sequence()).toBe(first.json['sequence']);
  });

  it('records one event for many at once with the same key', async () => {
    const headers = { 'idempotency-key': 'impatient' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => server.post('/v1/acts', { ...act, summary: 'Said once.' }, headers)),
    );
    expect(new Set(answers.map(({ json }) => json['sequence'])).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(1);
    expect(await sequence()).toBe(answers[0]!.json['sequence']);
  });

  it('gives the first result to a change that is sent again, whatever happened since', async () => {
    const headers = { 'idempotency-key': 'correct-1' };
    const correction = { ...reason, act: { ...act, certainty: 0.5 } };
    const first = await server.post(`${path}/corrections`, correction, headers);
    await server.post(`${path}/retractions`, reason);
    const again = await server.post(`${path}/corrections`, correction, { ...headers, 'if-match': '"0"' });
    expect([again.status, again.json]).toEqual([200, first.json]);
  });

  it('knows a creation by its id too, and refuses the key or the id for something else', async () => {
    expect((await server.post('/v1/acts', { ...act, id })).status).toBe(200);
    const other = { ...act, id, certainty: 0.5 };
    expect((await server.post('/v1/acts', other)).refusal).toEqual([409, 'id-in-use', '/id']);
    await server.put('/v1/parties/russia', revised(party), { 'idempotency-key': 'k' });
    const twice = await server.put('/v1/parties/russia', { ...revised(party), name: 'x' }, { 'idempotency-key': 'k' });
    expect(twice.refusal.slice(0, 2)).toEqual([409, 'id-in-use']);
  });

  it('lets one of two recorders win who correct at once, and tells the other', async () => {
    const correction = (certainty: number) => ({ ...reason, act: { ...act, certainty } });
    const send = (certainty: number) =>
      server.post(`${path}/corrections`, correction(certainty), { 'if-match': '"0"' });
    const answers = await Promise.all([0.1, 0.2, 0.3, 0.4].map(send));
    const lost = answers.filter(({ status }) => status !== 201);
    expect(lost).toHaveLength(3);
    for (const { status, problem, json } of lost) {
      expect([status, problem.code, json['revision']]).toEqual([412, 'revision-mismatch', 1]);
    }
    expect((await server.get(`${path}/history`)).items).toHaveLength(2);
  });

  it('never overwrites silently, even without If-Match: of two who read the same revision one loses', async () => {
    const correction = (certainty: number) => ({ ...reason, act: { ...act, certainty } });
    meetWhenReading(ports.log, `act-${id}`);
    const send = (certainty: number) => server.post(`${path}/corrections`, correction(certainty));
    const answers = await Promise.all([0.1, 0.2].map(send));
    const lost = answers.find(({ status }) => status !== 201);
    expect([lost?.refusal, lost?.json['revision']]).toEqual([[409, 'conflict'], 1]);
    expect((await server.get(`${path}/history`)).items).toHaveLength(2);
  });

  it('takes the current revision in If-Match, or *, on every change', async () => {
    expect((await server.put('/v1/parties/russia', revised(party), { 'if-match': '"7"' })).refusal).toEqual([
      ...[412, 'revision-mismatch'],
    ]);
    expect((await server.put('/v1/parties/russia', revised(party), { 'if-match': '"0"' })).status).toBe(201);
    expect((await server.put('/v1/parties/russia', revised(party), { 'if-match': '*' })).status).toBe(201);
    for (const wrong of ['0', 'W/"0"', '"x"', '"0", "1"', '""']) {
      const answer = await server.put('/v1/parties/russia', revised(party), { 'if-match': wrong });
      expect(answer.refusal).toEqual([422, 'invalid', 'If-Match']);
    }
    expect((await server.post('/v1/parties', { ...party, id: 'x' }, { 'if-match': '"0"' })).refusal).toEqual([
      ...[422, 'invalid', 'If-Match'],
    ]);
  });

  it('refuses a key that is not 1 to 255 visible ASCII characters, and a recorder with a comma', async () => {
    for (const key of ['two words', 'x'.repeat(256), 'clé']) {
      const answer = await server.post('/v1/parties', { ...party, id: 'x' }, { 'idempotency-key': key });
      expect(answer.refusal).toEqual([422, 'invalid', 'Idempotency-Key']);
    }
    for (const recorder of ['a,b', 'x'.repeat(129), 'Zoë']) {
      const answer = await server.post('/v1/parties', { ...party, id: 'x' }, { 'demarche-recorder': recorder });
      expect(answer.refusal).toEqual([422, 'invalid', 'Demarche-Recorder']);
    }
  });
});
