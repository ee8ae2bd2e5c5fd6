import { eventually } from '../support/faults/eventually.js';
import { configInMemory, LocalNode } from '../support/faults/local-node.js';
import { RawConnection } from '../support/faults/raw-connection.js';
import { actBody, actId, recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';

/** Connections that this process has open, at either end. */
function connectionsOpen(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

describe('a client that breaks off', () => {
  let node: LocalNode;

  beforeAll(async () => {
    node = await LocalNode.start(configInMemory);
    await recordCatalogue(node);
    await recordActs(node, 1, 300);
    node.hangUp();
    await eventually(async () => expect(connectionsOpen()).toBe(0));
  }, 60_000);

  afterEach(async () => {
    node.hangUp();
    await eventually(async () => expect(connectionsOpen()).toBe(0));
  }, 60_000);

  afterAll(() => node.close());

  async function connections(count: number): Promise<readonly RawConnection[]> {
    return Promise.all(Array.from({ length: count }, () => RawConnection.to(node.url)));
  }

  it('in the middle of sending an act has recorded nothing, and can send it again', async () => {
    for (const connection of await connections(20)) {
      connection.post('/v1/acts', actBody(1_000), 200);
      connection.breakOff();
    }
    expect((await node.get(`/v1/acts/${actId(1_000)}`)).status).toBe(404);
    expect((await recordAct(node, 1_000)).status).toBe(201);
  }, 60_000);

  it('before it is answered has recorded its act, which is recognised when it is sent again', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => 2_000 + index);
    const open = await connections(numbers.length);
    open.forEach((connection, index) => connection.post('/v1/acts', actBody(numbers[index] ?? 0)));
    await eventually(async () => expect((await node.get(`/v1/acts/${actId(2_000)}`)).status).toBe(200));
    open.forEach((connection) => connection.breakOff());
    const replies = await Promise.all(numbers.map((number) => node.post('/v1/acts', actBody(number))));
    replies.forEach(({ status }) => expect([200, 201]).toContain(status));
    expect(new Set(replies.map(({ json }) => json['sequence'])).size).toBe(numbers.length);
    const { headers, json } = await node.get('/health/ready');
    expect([headers['content-type'], json]).toMatchObject([expect.any(String), { status: 'ready', behind: 0 }]);
  }, 60_000);

  it('not, but sends too much, is told so however slowly it sends, and can go on', async () => {
    const [connection] = await connections(1);
    const tooMuch = JSON.stringify('x'.repeat(9 * 1024 * 1024));
    connection?.post('/v1/acts', tooMuch, 1_000);
    await eventually(async () => expect(connection?.text).toMatch(/^HTTP\/1.1 413 .*"code":"too-large"/s));
    connection?.send(JSON.stringify(tooMuch).slice(1_000));
    connection?.get('/health/live');
    await eventually(async () => expect(connection?.text).toMatch(/too-large.*HTTP\/1.1 200 .*"status":"live"/s));
    connection?.breakOff();
  }, 60_000);

  it('in the middle of a long answer disturbs nobody', async () => {
    const open = await connections(5);
    for (const connection of open) {
      connection.stopReading();
      for (let times = 0; times < 4; times += 1) connection.get('/v1/acts?limit=1000');
    }
    const undisturbed = await node.get('/v1/acts?limit=1000');
    open.forEach((connection) => connection.breakOff());
    expect((await node.get('/v1/acts?limit=1000')).text).toBe(undisturbed.text);
    expect(undisturbed.status).toBe(200);
  }, 60_000);
});
