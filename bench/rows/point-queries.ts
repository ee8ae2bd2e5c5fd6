import type { Draw } from '../jobs/questions.js';
import { compared, type RowResult } from '../measure/result.js';
import { runJob } from '../processes/run-job.js';
import type { BenchRun, MeasureRow } from './row.js';

const queries: Readonly<Record<Draw, number>> = { activity: 1000, even: 20_000 };

const rows = {
  activity: { row: 6, job: 'point query, keys by activity', target: { bound: 'at least', value: 20 } },
  even: { row: 7, job: 'point query, keys evenly', target: { bound: 'at least', value: 10 } },
} as const;

/** Rows 6 and 7: a stance at any (T, K) in process, beside the same sum in SQL over a covering index. */
export function pointQueriesBy(draw: Draw): MeasureRow {
  return async (run: BenchRun): Promise<RowResult> => {
    const { rounds, seed, profiles } = run.options;
    const folder = await run.historyWithViews();
    const job = { folder, seed, draw, count: queries[draw], rounds: Math.max(rounds, 5) };
    const { scan, stance, rowsPerQuery, greatestDifference, ...pairs } = await runJob('point-queries', job, profiles);
    const times = (rate: number): string => `${(1_000_000 / rate).toFixed(1)} µs`;
    const notes = [
      'by processor time: nothing here waits, and what else the machine does is not counted',
      'score, strength, status and band, with the look-ups of cell, bands and half-life that each question makes',
      `the scan alone ${times(scan)}, with spread and pending acts ${times(stance)} per question`,
      `${rowsPerQuery.toFixed(0)} rows per cell asked; greatest difference from SQL ${greatestDifference.toExponential(1)}`,
    ];
    return compared({ ...rows[draw], unit: 'queries/s', notes }, pairs);
  };
}
