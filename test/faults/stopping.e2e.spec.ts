import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { eventually } from '../support/faults/eventually.js';
import { placeIn } from '../support/faults/node-place.js';
import { NodeProcess } from '../support/faults/node-process.js';
import { RawConnection } from '../support/faults/raw-connection.js';
import { actBody, actId, recordActs, recordCatalogue } from '../support/faults/recordings.js';
import { wholeLogFile } from '../support/faults/whole-log-file.js';

const folder = temporaryFolders();
const patience = 10_000;

describe('SIGTERM', () => {
  const place = placeIn(folder());

  beforeAll(async () => {
    const node = await NodeProcess.start(place);
    await recordCatalogue(node);
    await recordActs(node, 1, 1_000);
    await node.stop();
  }, 90_000);

  it('ends a node with exit code 0 within 10 s, whatever connections are open', async () => {
    const node = await NodeProcess.start(place);
    const open = async (): Promise<RawConnection> => RawConnection.to(node.url);
    const [silent, idle, halfSent, slow] = [await open(), await open(), await open(), await open()];
    idle.get('/health/live');
    await eventually(async () => expect(idle.text).toContain('"live"'));
    halfSent.post('/v1/acts', actBody(2_000), 100);
    slow.stopReading();
    for (let times = 0; times < 12; times += 1) slow.get('/v1/acts?limit=1000');
    await node.get('/health/ready');
    const start = performance.now();
    expect(await node.stop()).toBe(0);
    expect(performance.now() - start).toBeLessThan(patience);
    for (const connection of [silent, idle, halfSent])
      await eventually(async () => expect(connection.isClosed).toBe(true));
    slow.breakOff();
  }, 90_000);

  it('lets requests under way be answered, and none of them is lost', async () => {
    const node = await NodeProcess.start(place);
    const connections = await Promise.all(Array.from({ length: 32 }, () => RawConnection.to(node.url)));
    connections.forEach((connection, index) => connection.post('/v1/acts', actBody(3_000 + index)));
    await eventually(async () => expect(connections.some(({ text }) => text.includes('201 Created'))).toBe(true));
    expect(await node.stop()).toBe(0);
    const streams = new Set((await wholeLogFile(place.log)).map(({ stream }) => stream));
    const acknowledged = connections.filter(({ text }) => text.includes('201 Created')).length;
    const recorded = connections.filter((_, index) => streams.has(`act-${actId(3_000 + index)}`)).length;
    expect(acknowledged).toBe(recorded);
    for (const { text } of connections) expect(text === '' || /\}$/.test(text)).toBe(true);
  }, 90_000);
});
