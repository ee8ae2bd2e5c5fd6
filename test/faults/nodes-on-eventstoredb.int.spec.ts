import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { describeNodes, startNodeOn } from '../eventstoredb/nodes.js';
import { fastTiming } from '../support/eventstoredb/fast-timing.js';
import { unauthenticated } from '../support/eventstoredb/faults.js';
import { type EventStoreSite, portsOn } from '../support/eventstoredb/site.js';
import { StandIn } from '../support/eventstoredb/stand-in.js';
import { answersOf } from '../support/faults/answers.js';
import { eventually } from '../support/faults/eventually.js';
import { configInMemory, LocalNode } from '../support/faults/local-node.js';
import { actBody, actId, recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';

const folder = temporaryFolders();
let standIn: StandIn;
let logs = 0;
const open = (): EventStoreSite => ({
  url: standIn.url,
  prefix: `nodes-${String((logs += 1))}.`,
  timing: fastTiming,
});
beforeAll(async () => {
  standIn = await StandIn.start();
});
afterAll(() => standIn.stop());

describeNodes('EventStoreDB (stand-in)', open);

/** All but the source texts, which are the server's. */
async function answersOfViews(node: LocalNode): Promise<readonly string[]> {
  return (await answersOf(node)).filter((answer) => !answer.includes('/text '));
}

describe('a server that is away', () => {
  const logAway = { status: 503, json: { code: 'log-away' }, headers: { 'retry-after': '5' } };
  let node: LocalNode;
  afterEach(async () => {
    standIn.faults.thaw();
    await standIn.restart();
    await node.close();
  });

  it('when a node starts is waited for, and said to be', async () => {
    const site = open();
    const said: string[] = [];
    await standIn.stop();
    node = await LocalNode.listening(configInMemory, portsOn(site, new SystemClock(), folder()), said);
    await eventually(async () => expect(said.length).toBeGreaterThan(0));
    expect(said[0]).toContain('EventStoreDB: ');
    expect(await node.readiness()).toMatchObject({
      status: 503,
      json: { status: 'not-ready', degraded: true, detail: said[0], behind: null },
    });
    expect((await node.get('/v1/parties')).json).toMatchObject({ code: 'behind' });
    await standIn.listen();
    await eventually(async () => expect((await node.readiness()).status).toBe(200));
    await recordCatalogue(node);
  }, 60_000);

  it.each([
    ['stops', () => standIn.stop(), () => standIn.listen()],
    ['freezes', async () => standIn.faults.freeze(), async () => standIn.faults.thaw()],
  ])(
    'or %s later leaves reads as they were and refuses writes, until it is there again',
    async (_, leave, come) => {
      node = await startNodeOn(open(), folder());
      await recordCatalogue(node);
      await recordActs(node, 1, 10);
      const before = await answersOfViews(node);
      await leave();
      expect(await recordAct(node, 11)).toMatchObject(logAway);
      expect(await node.readiness()).toMatchObject({ status: 200, json: { status: 'degraded', sequence: 16 } });
      expect(await answersOfViews(node)).toEqual(before);
      await come();
      await eventually(async () => expect((await recordAct(node, 11)).status).toBeLessThan(300));
      await eventually(async () => expect((await node.readiness()).json).toMatchObject({ status: 'ready', behind: 0 }));
      expect((await node.get('/v1/acts?limit=100')).json['items']).toHaveLength(11);
    },
    60_000,
  );
});

describe('a leader that was cut off from the others', () => {
  it('takes nothing from what a node answered before: it is asked again', async () => {
    const node = await startNodeOn(open(), folder());
    await recordCatalogue(node);
    expect((await recordAct(node, 1)).status).toBe(201);
    standIn.faults.next('read-stream', { with: 'ignorance' });
    const correction = { reason: 'It was misheard.', act: { ...actBody(1), id: undefined, summary: 'It was said.' } };
    const corrected = await node.post(`/v1/acts/${actId(1)}/corrections`, correction, 'correction-1');
    expect(corrected).toMatchObject({ status: 201, json: { revision: 1 } });
    await node.close();
  }, 60_000);
});

describe('a log on the server', () => {
  it('with an event of another program stops a node there, which still answers', async () => {
    const site = open();
    const node = await startNodeOn(site, folder());
    await recordCatalogue(node);
    await recordActs(node, 1, 10);
    const before = await answersOf(node);
    const data = new TextEncoder().encode('{}');
    const foreign = { id: crypto.randomUUID(), type: 'Foreign', contentType: 'application/json', data, metadata: data };
    standIn.store.append(`${site.prefix}act-foreign`, 'any', [foreign]);
    await eventually(async () => expect((await node.readiness()).status).toBe(503));
    expect((await node.readiness()).json['detail']).toContain('an event that is not ours, Foreign');
    expect(await recordAct(node, 11)).toMatchObject({ status: 503, json: { code: 'behind' } });
    expect(await answersOf(node)).toEqual(before);
    await node.close();
  }, 60_000);

  it('that its user may not read ends the start with the reason', async () => {
    // As a server does whose user may write streams, and not read all of them.
    for (const method of ['subscribe', 'read-all'] as const) standIn.faults.always(method, { with: unauthenticated });
    await expect(startNodeOn(open(), folder())).rejects.toThrow('EventStoreDB denies access');
    for (const method of ['subscribe', 'read-all'] as const) standIn.faults.always(method, undefined);
  });
});
