import type { Reply } from '../support/faults/client.js';
import { configInMemory, LocalNode } from '../support/faults/local-node.js';
import { actBody, actId, recordAct, recordCatalogue } from '../support/faults/recordings.js';
import { TestClock } from '../support/test-clock.js';
import { portsInMemory } from '../support/test-node.js';

const noon = Date.UTC(2025, 5, 1, 12);
const hour = 3_600_000;
const iso = (time: number): string => new Date(time).toISOString();
const stance = '/v1/stances/russia/approach-to-moscow?validAt=2025-06-02T00:00:00.000Z';

describe('a clock that is set back an hour between recordings', () => {
  const clock = new TestClock(noon);
  let node: LocalNode;
  let before: Reply;
  let after: Reply;
  let knownAtNoon: Reply;

  beforeAll(async () => {
    node = await LocalNode.start(configInMemory, await portsInMemory(clock));
    await recordCatalogue(node);
    clock.time = noon + 1000;
    before = await recordAct(node, 1);
    knownAtNoon = await node.get(`${stance}&knownAt=${iso(noon)}`);
    clock.time -= hour;
    after = await recordAct(node, 3);
  });

  afterAll(() => node.close());

  it('sets neither the order nor the recorded time back', () => {
    expect(before.json).toMatchObject({ sequence: 7, recordedAt: iso(noon + 1000) });
    expect(after.json).toMatchObject({ sequence: 8, recordedAt: iso(noon + 1000) });
  });

  it('leaves what was known at an earlier time as it was', async () => {
    expect(knownAtNoon.json).toMatchObject({
      contributionsTotal: 0,
      basis: { knownAt: { sequence: 6, settled: true } },
    });
    expect((await node.get(`${stance}&knownAt=${iso(noon)}`)).text).toBe(knownAtNoon.text);
  });

  it('knows at the time of the last event all that was recorded by then, and nothing later', async () => {
    const known = await node.get(`${stance}&knownAt=${iso(noon + 1000)}`);
    expect(known.json).toMatchObject({ contributionsTotal: 2, basis: { knownAt: { sequence: 8, settled: false } } });
    const later = await node.get(`${stance}&knownAt=${iso(noon + 1001)}`);
    expect(later.json).toMatchObject({ status: 422, code: 'beyond-head' });
  });

  it('takes an act that occurred just now, by the time of the last event', async () => {
    const justNow = { ...actBody(5), occurred: iso(noon + 1000) };
    expect(await node.post('/v1/acts', justNow)).toMatchObject({ status: 201, json: { recordedAt: iso(noon + 1000) } });
    const tooLate = { ...actBody(7), occurred: iso(noon + 1001) };
    expect(await node.post('/v1/acts', tooLate)).toMatchObject({ status: 422, json: { code: 'bad-time' } });
  });

  it('goes on with the clock once that has passed the last event', async () => {
    clock.time = noon + 2000;
    expect((await recordAct(node, 9)).json).toMatchObject({ recordedAt: iso(noon + 2000) });
    const list = await node.get(`/v1/acts?knownAt=${iso(noon + 1999)}`);
    expect(list.json).toMatchObject({ basis: { knownAt: { settled: true } } });
    expect(list.text).not.toContain(actId(9));
  });
});
