import type { Rebuilt } from '../jobs/fold-objects.js';
import { logFilesIn } from '../history/history.js';
import { alternate, type Measure } from '../measure/alternate.js';
import { compared, type RowResult } from '../measure/result.js';
import { runJob } from '../processes/run-job.js';
import type { BenchRun } from './row.js';

/** Row 17, which the design sets no target: verifying a log where it lies, beside the least that checking it takes. */
export async function verifying(run: BenchRun): Promise<RowResult> {
  const { log } = logFilesIn(await run.history());
  const rate = (job: () => Promise<Rebuilt>): Measure => {
    return async () => {
      const { events, seconds } = await job();
      return events / seconds;
    };
  };
  const pairs = await alternate(
    run.options.rounds,
    rate(() => runJob('verify-events', { log }, run.options.profiles)),
    rate(() => runJob('hash-events', { log })),
  );
  const notes = [
    'every leaf, the root, order, references, texts and quotes, as `demarche verify --log` does; an export tells stances, ' +
      'too, which are computed anew',
    'beside reading the log in order, JSON.parse and SHA-256 of each event’s data',
  ];
  return compared({ row: 17, job: 'verify of a log', unit: 'events/s', target: null, notes }, pairs);
}
