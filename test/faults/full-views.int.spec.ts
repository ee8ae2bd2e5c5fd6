import { openPorts } from '../../src/app.module.js';
import { startNode, type RunningNode } from '../../src/start-node.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answersOf } from '../support/faults/answers.js';
import { Client } from '../support/faults/client.js';
import { CrampedViews } from '../support/faults/cramped-views.js';
import { deleteViews } from '../support/faults/delete-views.js';
import { eventually } from '../support/faults/eventually.js';
import { configIn, LocalNode, logFilesOf } from '../support/faults/local-node.js';
import { actId, recordAct, recordActs, recordCatalogue } from '../support/faults/recordings.js';
import { wholeLogFile } from '../support/faults/whole-log-file.js';

const folder = temporaryFolders();

describe('a disk that is full for the views alone', () => {
  const directory = folder();
  const config = configIn(directory);

  async function answersOfFreshViews(): Promise<readonly string[]> {
    deleteViews(directory);
    const node = await LocalNode.start(config);
    const answers = await answersOf(node);
    await node.close();
    return answers;
  }

  it('leaves a node that is degraded, has every act in its log, and catches up when there is room', async () => {
    const views = new CrampedViews(directory);
    const node = await LocalNode.start(config, { ...(await openPorts(config)), views: views.ports });
    await recordCatalogue(node);
    views.leave(6);
    const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
    const replies = await Promise.all(numbers.map((number) => recordAct(node, number)));
    const refused = numbers.filter((_, index) => replies[index]?.status !== 201);
    expect(refused.length).toBeGreaterThan(0);
    for (const number of refused) expect(replies[number - 1]).toMatchObject({ status: 503, json: { code: 'behind' } });
    const { json } = await node.readiness();
    expect(json).toMatchObject({ degraded: true, detail: expect.stringContaining('full') });
    expect(json['behind']).toBeGreaterThan(0);
    expect((await node.get('/v1/parties/russia')).status).toBe(200);
    expect(await wholeLogFile(logFilesOf(config).file)).toHaveLength(66);

    views.makeRoom();
    await eventually(async () => expect((await node.readiness()).json).toMatchObject({ status: 'ready', behind: 0 }));
    const repeated = await Promise.all(refused.map((number) => recordAct(node, number)));
    expect(repeated.map(({ status }) => status)).toEqual(refused.map(() => 200));
    const answers = await answersOf(node);
    await node.close();
    expect(await answersOfFreshViews()).toEqual(answers);
  }, 90_000);

  it('keeps a node from answering while its views do not fit, and builds them when there is room', async () => {
    const expected = await answersOfFreshViews();
    deleteViews(directory);
    const views = new CrampedViews(directory);
    views.leave(30);
    const ports = { ...(await openPorts(config)), views: views.ports };
    const node: RunningNode = await startNode(config, { ports });
    const client = new Client(() => node.url);
    await eventually(async () => expect((await client.get('/health/ready')).json['detail']).toContain('full'));
    expect(await client.get('/health/ready')).toMatchObject({
      status: 503,
      json: { status: 'not-ready', degraded: true },
    });
    expect(await client.get(`/v1/acts/${actId(1)}`)).toMatchObject({ status: 503, json: { code: 'behind' } });
    views.makeRoom();
    await node.ready;
    expect(await answersOf(client)).toEqual(expected);
    await recordActs(client, 1_000, 5);
    client.hangUp();
    await node.close();
  }, 90_000);
});
