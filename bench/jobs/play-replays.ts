import { OpenReplay } from '../../src/application/replaying/open-replay.js';
import type { ReplayBy } from '../../src/application/replaying/replay-by.js';
import { formatInstant } from '../../src/domain/time/instant.js';
import { historyEnd } from '../history/acts.js';
import { type CellsOfNode, cellsIn } from './cells-of-node.js';

const pageSize = 2048;

interface PlayReplays {
  readonly folder: string;
  readonly by: ReplayBy;
  readonly rounds: number;
  /** Events told in each round, unless the replay is shorter. */
  readonly events: number;
}

/** Events of a replay of every cell per second, round after round, from its beginning, as JSON a line. */
export async function playReplays({ folder, by, rounds, events }: PlayReplays): Promise<readonly number[]> {
  const node = await cellsIn(folder);
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) rates.push(await play(node, by, events));
  await node.close();
  return rates;
}

async function play(node: CellsOfNode, by: ReplayBy, events: number): Promise<number> {
  const knowledge = { atSequence: node.head, knownAt: null, minSequence: null };
  const model = { model: 'decayed-mean', modelVersion: 1, codebook: 1, lens: {} };
  const basis = { ...knowledge, ...model, validAt: formatInstant(historyEnd) };
  const everything = { parties: null, issues: null };
  const asked = { by, cells: everything, basis, period: { from: null, to: null }, after: null };
  const begun = performance.now();
  const { replay, begin } = await node.ask(new OpenReplay(asked));
  let [told, place, length] = [0, begin, 0];
  for (let page = await replay.page(place, pageSize); page.length > 0; page = await replay.page(place, pageSize)) {
    for (const step of page) length += JSON.stringify({ id: replay.tokenOf(step.place), ...step.event }).length;
    told += page.length;
    place = page.at(-1)?.place ?? place;
    if (told >= events) break;
  }
  if (length === 0) throw new Error('the replay told nothing');
  return (told / (performance.now() - begun)) * 1000;
}
