import { compared, type RowResult } from '../measure/result.js';
import { runJob } from '../processes/run-job.js';
import type { BenchRun } from './row.js';

const burstsPerRound = 10;

/** Row 1: one durable append after the other through the port, beside one prepared INSERT per transaction. */
export async function singleAppends(run: BenchRun): Promise<RowResult> {
  const { rounds, seed, profiles, directory } = run.options;
  const job = { folder: run.throwAway(), seed, bursts: rounds * burstsPerRound };
  const pairs = await runJob('single-appends', job, profiles);
  const notes = [`each event of a made-up history, in a stream of its own; log files in ${directory}`];
  const target = { bound: 'at least', value: 0.8 } as const;
  return compared({ row: 1, job: 'single durable append', unit: 'events/s', target, notes }, pairs);
}
