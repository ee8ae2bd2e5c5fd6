import type { Rebuilt } from '../jobs/fold-objects.js';
import { logFilesIn } from '../history/history.js';
import { alternate, type Measure } from '../measure/alternate.js';
import { median } from '../measure/median.js';
import { note } from '../measure/note.js';
import { compared, type RowResult } from '../measure/result.js';
import { runJob } from '../processes/run-job.js';
import { markViewsCurrent } from './current-views.js';
import type { BenchRun } from './row.js';

/** Row 4: every view from the log, beside folding the log into plain objects. */
export async function allViews(run: BenchRun): Promise<RowResult> {
  const folder = await run.history();
  const rebuild = () => runJob('rebuild-views', { folder }, run.options.profiles);
  const compare = await besideFolding(run, folder, rebuild);
  markViewsCurrent(folder);
  const said =
    'catalogue, acts with full-text search, versions and cells, with all indexes, as `demarche rebuild` does';
  return compare({ row: 4, job: 'rebuild of every view', value: 0.25, said });
}

/** Row 5: the stance cells alone, beside the same. */
export async function cellsAlone(run: BenchRun): Promise<RowResult> {
  const folder = await run.history();
  const { log } = logFilesIn(folder);
  const compare = await besideFolding(run, folder, () => runJob('rebuild-cells', { log }, run.options.profiles));
  const said =
    'the projector with the projections of catalogue and cells, into cells in memory that can be scanned; ' +
    'acts that are changed later are read again from their streams';
  return compare({ row: 5, job: 'rebuild of stance cells alone', value: 1, said });
}

interface Named {
  readonly row: number;
  readonly job: string;
  readonly value: number;
  readonly said: string;
}

async function besideFolding(
  { options }: BenchRun,
  folder: string,
  rebuild: () => Promise<Rebuilt>,
): Promise<(named: Named) => RowResult> {
  const ours: Rebuilt[] = [];
  const theirs: Rebuilt[] = [];
  const pairs = await alternate(
    options.rounds,
    rateOf(rebuild, ours),
    rateOf(() => runJob('fold-objects', { log: logFilesIn(folder).log }), theirs),
  );
  return ({ row, job, value, said }) => {
    const byProcessor = processorTime(theirs) / processorTime(ours);
    const notes = [said, `by processor time alone the ratio is ${byProcessor.toPrecision(3)}`];
    return compared({ row, job, unit: 'events/s', target: { bound: 'at least', value }, notes }, pairs);
  };
}

function rateOf(rebuild: () => Promise<Rebuilt>, kept: Rebuilt[]): Measure {
  return async () => {
    const rebuilt = await rebuild();
    const { events, seconds, processorSeconds } = rebuilt;
    note(`${String(events)} events in ${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of the processor`);
    kept.push(rebuilt);
    return events / seconds;
  };
}

function processorTime(rebuilt: readonly Rebuilt[]): number {
  return median(rebuilt.map(({ processorSeconds }) => processorSeconds));
}
