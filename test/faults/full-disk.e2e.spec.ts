import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answersOf } from '../support/faults/answers.js';
import type { Reply } from '../support/faults/client.js';
import { CrampedDisk } from '../support/faults/cramped-disk.js';
import { deleteViews } from '../support/faults/delete-views.js';
import { eventually } from '../support/faults/eventually.js';
import { placeIn } from '../support/faults/node-place.js';
import { NodeProcess } from '../support/faults/node-process.js';
import { actId, recordAct, recordCatalogue } from '../support/faults/recordings.js';
import { wholeLogFile } from '../support/faults/whole-log-file.js';

const folder = temporaryFolders();
const directory = folder();
const place = placeIn(directory);
const acts = Array.from({ length: 600 }, (_, index) => index + 1);

const isAcknowledged = ({ status }: Reply): boolean => status === 201 || status === 200;

describe('a full disk', () => {
  // Where a process may not mount a disk, a limit on the size of its files stands for one.
  const disk = CrampedDisk.mount(directory, 8 * 1024 * 1024);
  let node: NodeProcess;

  async function makeRoom(): Promise<void> {
    disk?.makeRoom();
    if (disk) return;
    await node.kill();
    node = await NodeProcess.start(place);
  }

  afterAll(async () => {
    await node.kill();
    disk?.unmount();
  });

  it('is answered with 503, loses nothing acknowledged, and is over when there is room', async () => {
    node = await NodeProcess.start(place, disk ? {} : { fileBlocksMax: 1_024 });
    await recordCatalogue(node);
    disk?.leave(512 * 1024);
    const replies = await Promise.all(acts.map((number) => recordAct(node, number)));
    const refused = replies.filter((reply) => !isAcknowledged(reply));
    expect(refused).not.toHaveLength(0);
    for (const { status, json, headers } of refused) {
      expect([status, json['code'], headers['retry-after']]).toEqual([
        503,
        expect.stringMatching(/^(log-away|behind)$/),
        expect.any(String),
      ]);
    }
    expect(refused.map(({ json }) => json['code'])).toContain('log-away');
    expect((await node.get('/v1/parties/russia')).status).toBe(200);

    await makeRoom();
    const streams = (await wholeLogFile(place.log)).map(({ stream }) => stream);
    const acknowledged = acts.filter((_, index) => isAcknowledged(replies[index]!));
    expect(streams).toEqual(expect.arrayContaining(acknowledged.map((number) => `act-${actId(number)}`)));
    await eventually(async () => expect((await recordAct(node, 1_000)).status).toBeLessThan(300));
    const again = await Promise.all(acts.map((number) => recordAct(node, number)));
    expect(again.every(isAcknowledged)).toBe(true);
    expect(await wholeLogFile(place.log)).toHaveLength(6 + acts.length + 1);
    await eventually(async () => expect((await node.readiness()).json).toMatchObject({ status: 'ready', behind: 0 }));
  }, 180_000);

  it('leaves views that answer as those that are built anew', async () => {
    const before = await answersOf(node);
    await node.kill();
    deleteViews(directory);
    node = await NodeProcess.start(place);
    expect(await answersOf(node)).toEqual(before);
  }, 90_000);
});
