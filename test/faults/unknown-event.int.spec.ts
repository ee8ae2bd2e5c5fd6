import { openPorts, type Ports } from '../../src/app.module.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { newAppend, newEvent } from '../contracts/new-append.js';
import { answersOf } from '../support/faults/answers.js';
import { deleteViews } from '../support/faults/delete-views.js';
import { eventually } from '../support/faults/eventually.js';
import { configIn, LocalNode } from '../support/faults/local-node.js';
import { recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';

const folder = temporaryFolders();

describe.each([
  ['of a type', { type: 'QuarrelBegun', schemaVersion: 1 }, 'QuarrelBegun, schema version 1'],
  ['of a schema version', { type: 'StatementMade', schemaVersion: 2 }, 'StatementMade, schema version 2'],
])('an event %s that only a newer release knows', (_, event, name) => {
  const directory = folder();
  const config = configIn(directory);
  let node: LocalNode;
  let ports: Ports;
  let before: readonly string[];

  async function expectStopped(): Promise<void> {
    const { status, json } = await node.get('/health/ready');
    expect([status, json]).toEqual([
      503,
      { status: 'not-ready', ready: false, degraded: true, detail: expect.any(String), sequence: 16, behind: 2 },
    ]);
    expect(json['detail']).toContain(name);
    expect(await answersOf(node)).toEqual(before);
    const refused = await recordAct(node, 40);
    expect(refused).toMatchObject({ status: 503, json: { code: 'behind' } });
    expect(refused.json['detail']).toContain(name);
    expect(await ports.log.head()).toMatchObject({ sequence: 18 });
  }

  async function restart(): Promise<void> {
    await node.close();
    ports = await openPorts(config);
    node = await LocalNode.start(config, ports);
  }

  beforeAll(async () => {
    ports = await openPorts(config);
    node = await LocalNode.start(config, ports);
    await recordCatalogue(node);
    await recordActs(node, 1, 10);
    before = await answersOf(node);
    await ports.log.append(newAppend({ stream: 'act-new', events: [newEvent({ ...event, data: '{}' })] }));
    await ports.log.append(newAppend({ stream: 'party-new', events: [newEvent({ type: 'PartyRegistered' })] }));
  }, 60_000);

  afterAll(() => node.close());

  it('stops a node that meets it while it follows the log: it answers as before and takes no writes', async () => {
    await eventually(async () => expect((await node.get('/health/ready')).status).toBe(503));
    await expectStopped();
  }, 60_000);

  it('stops a node that meets it when it starts', async () => {
    await restart();
    await expectStopped();
  }, 60_000);

  it('stops a node that meets it while it builds its views', async () => {
    await node.close();
    deleteViews(directory);
    ports = await openPorts(config);
    node = await LocalNode.start(config, ports);
    await expectStopped();
  }, 60_000);
});
