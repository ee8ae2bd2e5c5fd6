import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { answersOf } from '../support/faults/answers.js';
import { deleteViews } from '../support/faults/delete-views.js';
import { placeIn } from '../support/faults/node-place.js';
import { NodeProcess } from '../support/faults/node-process.js';
import { actId, recordCatalogue } from '../support/faults/recordings.js';
import { TirelessRecorders } from '../support/faults/tireless-recorders.js';
import { wholeLogFile } from '../support/faults/whole-log-file.js';

const folder = temporaryFolders();
const acts = 5_000;
/** So many acts have been acknowledged when the node is killed; whatever it is doing with the next ones. */
const deaths = [1, 150, 1_111, 2_500, 4_967];

describe('killing a node while 32 recorders record 5,000 acts', () => {
  const directory = folder();
  const place = placeIn(directory);
  let recorders: TirelessRecorders;
  let deathsSoFar = 0;

  async function restarted(killed: NodeProcess): Promise<NodeProcess> {
    await killed.kill();
    // And one more while it catches up.
    if (deathsSoFar++ === 2) await (await NodeProcess.listening(place)).kill();
    return NodeProcess.start(place);
  }

  beforeAll(async () => {
    let node = await NodeProcess.start(place);
    await recordCatalogue(node);
    recorders = new TirelessRecorders(Promise.resolve(node), acts);
    const recorded = recorders.record();
    for (const count of deaths) {
      await recorders.after(count);
      const next = restarted(node);
      recorders.node = next;
      node = await next;
    }
    await recorded;
    await node.kill();
  }, 240_000);

  it('leaves each act in the log once, where it was acknowledged, without a gap', async () => {
    const events = (await wholeLogFile(place.log)).filter(({ stream }) => stream.startsWith('act-'));
    const sequences = new Map(events.map(({ stream, sequence }) => [stream, sequence]));
    expect(events.every(({ revision }) => revision === 0)).toBe(true);
    expect(events).toHaveLength(acts);
    expect(recorders.acknowledged.size).toBe(acts);
    for (const [number, sequence] of recorders.acknowledged)
      expect(sequences.get(`act-${actId(number)}`)).toBe(sequence);
  });

  it('leaves views that answer as those that are built anew', async () => {
    const survivor = await NodeProcess.start(place);
    const before = await answersOf(survivor);
    await survivor.kill();
    deleteViews(directory);
    const rebuilt = await NodeProcess.start(place);
    expect(await answersOf(rebuilt)).toEqual(before);
    expect(before.every((answer) => answer.includes(' 200 '))).toBe(true);
    await rebuilt.stop();
  }, 120_000);
});
