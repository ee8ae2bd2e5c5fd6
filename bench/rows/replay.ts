import { replayClocks } from '../../src/application/replaying/replay-by.js';
import { median } from '../measure/median.js';
import { absolute, type RowResult } from '../measure/result.js';
import { runJob } from '../processes/run-job.js';
import type { BenchRun } from './row.js';

const events = 100_000;

/** Row 16, which the design sets no target: the first events of a replay of everything, along each of its clocks. */
export async function replay(run: BenchRun): Promise<RowResult> {
  const { rounds, profiles } = run.options;
  const folder = await run.historyWithViews();
  const rates = new Map<string, readonly number[]>();
  for (const by of replayClocks) rates.set(by, await runJob('play-replays', { folder, by, rounds, events }, profiles));
  const told = [...rates].map(([by, each]) => `${by} ${median(each).toFixed(0)}`).join(', ');
  const notes = [
    `events/s by clock: ${told}; the figure is that of the slowest`,
    `the first ${String(events)} events of all cells, each with its id as a line of JSON, but for HTTP; opening counts`,
  ];
  const slowest = [...rates.values()].sort((a, b) => median(a) - median(b))[0] ?? [];
  return absolute({ row: 16, job: 'replay of everything', unit: 'events/s', target: null, notes }, slowest);
}
