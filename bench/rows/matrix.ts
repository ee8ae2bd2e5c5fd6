import { duckDb } from '../jobs/sums-in-duckdb.js';
import { catalogueSize } from '../history/catalogue.js';
import { median } from '../measure/median.js';
import { compared, type RowResult } from '../measure/result.js';
import { runJob } from '../processes/run-job.js';
import type { BenchRun } from './row.js';

const cells = catalogueSize.parties * catalogueSize.issues;

/** Row 8: every cell at one (T, K), beside DuckDB on a table in its memory. */
export async function matrix(run: BenchRun): Promise<RowResult> {
  const { rounds, profiles } = run.options;
  const folder = await run.historyWithViews();
  const { same, greatestDifference, ...pairs } = await runJob('matrices', { folder, rounds }, profiles);
  if (same !== cells) throw new Error(`only ${String(same)} of ${String(cells)} cells say the same as DuckDB`);
  const milliseconds = (rates: readonly number[]): string => `${((cells / median(rates)) * 1000).toFixed(0)} ms`;
  const notes = [
    `all ${String(cells)} cells in ${milliseconds(pairs.ours)} on one thread, DuckDB ${duckDb.version} in ` +
      `${milliseconds(pairs.theirs)} on as many as it likes; all agree, greatest difference ` +
      greatestDifference.toExponential(1),
    'as GET /v1/stances does, but for HTTP: status, mixed and band too; all cells in memory',
  ];
  const target = { bound: 'at least', value: 2 } as const;
  return compared({ row: 8, job: 'matrix of all cells', unit: 'cells/s', target, notes }, pairs);
}

export const howToInstall =
  'row 8 wants DuckDB, which is not installed here: ' + `npm install --no-save ${duckDb.name}@${duckDb.version}`;

export function isDuckDbInstalled(): boolean {
  try {
    import.meta.resolve(duckDb.name);
    return true;
  } catch {
    return false;
  }
}
