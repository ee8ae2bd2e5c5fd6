import { catalogueSize } from '../history/catalogue.js';
import { median } from '../measure/median.js';
import { compared, type RowResult } from '../measure/result.js';
import { runJob } from '../processes/run-job.js';
import type { BenchRun } from './row.js';

const cells = catalogueSize.parties * catalogueSize.issues;

/** Row 12, which the design sets no target: every cell at two T, beside the same sums in SQL over a covering index. */
export async function differences(run: BenchRun): Promise<RowResult> {
  const { rounds, profiles } = run.options;
  const folder = await run.historyWithViews();
  const { atTwoK, changed, greatestDifference, ...pairs } = await runJob('differ-cells', { folder, rounds }, profiles);
  if (greatestDifference > 1e-9) throw new Error(`the changes differ by ${String(greatestDifference)}`);
  const milliseconds = (rate: number): string => `${((cells / rate) * 1000).toFixed(0)} ms`;
  const notes = [
    `${String(cells)} cells at the end and 30 days before in ${milliseconds(median(pairs.ours))}, in SQL in ` +
      `${milliseconds(median(pairs.theirs))}; ${String(changed[0])} had changed; greatest difference from SQL ` +
      greatestDifference.toExponential(1),
    `at the head and where the log had nine tenths of it in ${milliseconds(atTwoK)}; ${String(changed[1])} had changed`,
    'as GET /v1/diff does, but for HTTP: found, compared, sorted, every cell that changed shown; all cells in memory',
  ];
  const measured = { row: 12, job: 'diff over all cells', unit: 'cells/s', target: null, notes };
  return compared(measured, pairs);
}
