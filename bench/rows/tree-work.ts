import type { Appended } from '../jobs/projected-appends.js';
import { alternate, type Measure } from '../measure/alternate.js';
import { median } from '../measure/median.js';
import { compared, type RowResult } from '../measure/result.js';
import { runJob } from '../processes/run-job.js';
import type { BenchRun } from './row.js';

/** Row 13: appending and projecting with a leaf of the tree for each event, beside the same without the tree. */
export async function treeWork(run: BenchRun): Promise<RowResult> {
  const { rounds, seed, profiles } = run.options;
  const kept = { ours: [] as Appended[], theirs: [] as Appended[] };
  const append = (tree: boolean, into: Appended[]): Measure => {
    return async () => {
      const job = { folder: run.throwAway(), seed, tree };
      into.push(await runJob('projected-appends', job, tree ? profiles : null));
      return into.at(-1)!.perSecond;
    };
  };
  const pairs = await alternate(Math.max(rounds, 5), append(true, kept.ours), append(false, kept.theirs));
  const byProcessor = processorTime(kept.theirs) / processorTime(kept.ours);
  const notes = [
    '64 acts at once, each durable and projected before the next 64; HTTP, which dilutes it, is left out',
    `by processor time alone the ratio is ${byProcessor.toPrecision(3)}`,
  ];
  const target = { bound: 'at least', value: 0.9 } as const;
  return compared({ row: 13, job: 'appends with the tree', unit: 'acts/s', target, notes }, pairs);
}

function processorTime(appended: readonly Appended[]): number {
  return median(appended.map(({ processorSeconds }) => processorSeconds));
}
