import { openPorts } from '../../src/app.module.js';
import { type RunningNode, startNode } from '../../src/start-node.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answersOf } from '../support/faults/answers.js';
import { Client } from '../support/faults/client.js';
import { deleteViews } from '../support/faults/delete-views.js';
import { eventually } from '../support/faults/eventually.js';
import { FaultyLog } from '../support/faults/faulty-log.js';
import { configIn, LocalNode } from '../support/faults/local-node.js';
import { recordActs, recordCatalogue } from '../support/faults/recordings.js';

const folder = temporaryFolders();
const acts = 1_000;

describe('a node that builds its views', () => {
  const directory = folder();
  const config = configIn(directory);
  let expected: readonly string[];
  let built = 0;

  /** Starts a node that builds its views in as many steps as there are events. */
  async function startBuilding(pauseBeforeRead: number): Promise<RunningNode> {
    deleteViews(directory);
    built = 0;
    const opened = await openPorts(config);
    const log = Object.assign(new FaultyLog(opened.log), { readsSingly: true, pauseBeforeRead });
    const onProgress = (done: number): void => void (built = done);
    return startNode(config, { ports: { ...opened, log }, onProgress });
  }

  beforeAll(async () => {
    const node = await LocalNode.start(config);
    await recordCatalogue(node);
    await recordActs(node, 1, acts);
    expected = await answersOf(node);
    await node.close();
  }, 60_000);

  it('says that it is alive and not ready, and asks for patience, until they are built', async () => {
    const node = await startBuilding(0);
    const client = new Client(() => node.url);
    expect((await client.get('/health/live')).status).toBe(200);
    const [ready, parties] = [await client.get('/health/ready'), await client.get('/v1/parties')];
    expect(built).toBeLessThan(acts);
    expect(ready).toMatchObject({ status: 503, json: { status: 'not-ready' } });
    expect(parties).toMatchObject({ status: 503, json: { code: 'behind' }, headers: { 'retry-after': '1' } });
    await node.ready;
    expect(await answersOf(client)).toEqual(expected);
    client.hangUp();
    await node.close();
  }, 60_000);

  it('can be stopped at once, and the next one builds them', async () => {
    const node = await startBuilding(10);
    await eventually(async () => expect(built).toBeGreaterThan(0));
    await node.close();
    await node.ready;
    expect(built).toBeLessThan(acts);
    const next = await LocalNode.start(config);
    expect(await answersOf(next)).toEqual(expected);
    await next.close();
  }, 60_000);
});
