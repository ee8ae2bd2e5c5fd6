import { logFilesIn } from '../history/history.js';
import { writeLog } from '../history/write-log.js';
import { alternate } from '../measure/alternate.js';
import { compared, type RowResult } from '../measure/result.js';
import { environmentIn } from '../processes/config-in.js';
import { RecordedNode } from '../processes/recorded-node.js';
import { runJob } from '../processes/run-job.js';
import type { BenchRun } from './row.js';

/** Row 2: 64 recorders over HTTP, each waiting for its durable and projected reply, beside single-row INSERTs. */
export async function concurrentRecorders(run: BenchRun): Promise<RowResult> {
  const { rounds, seed } = run.options;
  const folder = run.throwAway();
  await writeLog(logFilesIn(folder), { acts: 0, seed }, () => undefined);
  const node = await RecordedNode.start(environmentIn(folder), run.options);
  try {
    const pairs = await alternate(
      rounds,
      () => node.actsPerSecond(),
      () => runJob('single-inserts', { seed, folder: run.throwAway() }),
    );
    const notes = ['each act with a quote to be found in its source; the log begins with the catalogue alone'];
    const target = { bound: 'at least', value: 1 } as const;
    return compared({ row: 2, job: '64 recorders over HTTP', unit: 'acts/s', target, notes }, pairs);
  } finally {
    await node.stop();
  }
}
