import { temporaryFolders } from '../adapters/sqlite/shared/temporary-folder.js';
import { placeIn } from '../support/faults/node-place.js';
import { NodeProcess } from '../support/faults/node-process.js';
import { actId, recordActs, recordCatalogue } from '../support/faults/recordings.js';
import { act, reason } from '../support/http/bodies.js';
import { Tail, type Tailed } from '../support/http/tail.js';

const folder = temporaryFolders();
const leaning = (value: number) => [{ issue: 'approach-to-moscow', value }];
const follow = (node: NodeProcess, last: string | null): Promise<Tail> =>
  Tail.open(`${node.url}/v1/stream?margin=0`, last);

/** Two events, each of which shifts the stance of France: there, and back again. */
async function swing(node: NodeProcess, number: number): Promise<void> {
  const id = actId(1000 + number);
  await node.post('/v1/acts', { ...act, id, party: 'france', kind: 'action', leanings: leaning(1) });
  await node.post(`/v1/acts/${id}/retractions`, reason);
}

/** Everything there is to tell by now, from the beginning. */
async function whole(node: NodeProcess): Promise<readonly Tailed[]> {
  const tail = await Tail.open(`${node.url}/v1/stream?margin=0&since=0`);
  await tail.until('96.1');
  await tail.leave();
  return tail.told;
}

describe('a client of the stream whose node is killed, again and again', () => {
  it('goes on at another node, or at the same started anew, and misses nothing and is told nothing twice', async () => {
    const place = placeIn(folder());
    const first = await NodeProcess.start(place);
    const second = await NodeProcess.start(place);
    const tail = await follow(first, null);
    await recordCatalogue(first);
    await first.post('/v1/parties', { id: 'france', name: 'France', kind: 'state' });
    await first.post('/v1/acts', { ...act, party: 'france', certainty: 0.5, leanings: leaning(-1) });
    await swing(first, 1);
    const recording = recordActs(second, 1, 60);
    await tail.ids(20);
    await first.kill();
    await tail.end();
    await recording;
    await swing(second, 2);

    const resumed = await follow(second, tail.last);
    await recordActs(second, 61, 20);
    await swing(second, 3);
    await resumed.until('94.0');
    await second.kill();
    await resumed.end();

    const third = await NodeProcess.start(place);
    const last = await follow(third, resumed.last);
    await swing(third, 4);
    await last.until('96.1');
    const told = [tail, resumed, last].flatMap((client) => client.told);
    expect(told).toEqual((await whole(third)).slice(1));
    expect(told.filter(({ type }) => type === 'stance.shifted').length).toBeGreaterThan(7);
    await third.stop();
    await last.end();
  }, 60_000);
});
