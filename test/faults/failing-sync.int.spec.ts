import { LogConnection } from '../../src/adapters/sqlite/log/log-connection.js';
import { openLogFile, reopenLogFile } from '../../src/adapters/sqlite/log/log-file.js';
import { SqliteEventLog } from '../../src/adapters/sqlite/log/sqlite-event-log.js';
import { SqliteTexts } from '../../src/adapters/sqlite/texts/sqlite-texts.js';
import { NoNotary } from '../../src/adapters/system/no-notary.js';
import { openViews } from '../../src/adapters/sqlite/views/open-views.js';
import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { failCommits, type Failure } from '../support/faults/failing-commits.js';
import { configIn, LocalNode, logFilesOf } from '../support/faults/local-node.js';
import { actId, recordAct, recordCatalogue } from '../support/faults/recordings.js';
import { wholeLogFile } from '../support/faults/whole-log-file.js';
import { TestClock } from '../support/test-clock.js';

const folder = temporaryFolders();
const logAway = { status: 503, json: { code: 'log-away' }, headers: { 'retry-after': '5' } };

describe('a disk that fails to sync while acts are recorded', () => {
  const config = configIn(folder());
  const coming: Failure[] = [];
  let node: LocalNode;

  async function start(): Promise<LocalNode> {
    const { file: logFile, textsFile } = logFilesOf(config);
    const clock = new TestClock(Date.UTC(2025, 5, 1));
    const connect = () => failCommits(reopenLogFile(logFile), coming);
    const connection = failCommits(await openLogFile(logFile, clock, 0), coming);
    const log = new SqliteEventLog(new LogConnection(connection, connect), clock);
    const texts = await SqliteTexts.open({ file: textsFile });
    const ports = { clock, log, texts, notary: new NoNotary(), views: openViews(config.viewsDirectory) };
    return LocalNode.start(config, ports);
  }

  beforeAll(async () => {
    node = await start();
    await recordCatalogue(node);
  }, 60_000);

  afterAll(() => node.close());

  it('is answered with an error, and the same request succeeds once the disk is well', async () => {
    coming.push('lost', 'lost');
    expect(await recordAct(node, 1)).toMatchObject(logAway);
    expect(await recordAct(node, 1)).toMatchObject(logAway);
    expect((await node.get(`/v1/acts/${actId(1)}`)).status).toBe(404);
    expect(await recordAct(node, 1)).toMatchObject({ status: 201, json: { sequence: 7, revision: 0 } });
  });

  it('is answered with an error even if the act reached the disk, and the same request finds it later', async () => {
    coming.push('kept');
    expect(await recordAct(node, 2)).toMatchObject(logAway);
    await node.close();
    node = await start();
    expect(await recordAct(node, 2)).toMatchObject({ status: 200, json: { sequence: 8, revision: 0 } });
  }, 60_000);

  it('fails all acts that shared the commit, and loses none that it acknowledged', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index + 3);
    coming.push('lost', 'kept', 'lost');
    let unacknowledged = numbers;
    while (unacknowledged.length > 0) {
      const replies = await Promise.all(unacknowledged.map((number) => recordAct(node, number)));
      replies.filter(({ status }) => status > 201).forEach((reply) => expect(reply).toMatchObject(logAway));
      unacknowledged = unacknowledged.filter((_, index) => (replies[index]?.status ?? 0) > 201);
    }
    const streams = (await wholeLogFile(logFilesOf(config).file)).map(({ stream }) => stream);
    expect(streams.slice(6).toSorted()).toEqual([1, 2, ...numbers].map((number) => `act-${actId(number)}`).toSorted());
    expect((await node.get('/v1/acts?limit=1000')).json['items']).toHaveLength(62);
  });

  it('does not keep anybody from reading', async () => {
    coming.push('lost');
    expect(await recordAct(node, 100)).toMatchObject(logAway);
    expect(await node.get('/health/ready')).toMatchObject({ status: 200, json: { sequence: 68, behind: 0 } });
    expect((await node.get(`/v1/acts/${actId(1)}`)).status).toBe(200);
  });
});
