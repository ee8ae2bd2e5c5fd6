import { logFilesIn } from '../history/history.js';
import { writeLog } from '../history/write-log.js';
import { alternate } from '../measure/alternate.js';
import { compared, type RowResult } from '../measure/result.js';
import { environmentIn } from '../processes/config-in.js';
import { runJob } from '../processes/run-job.js';
import { Server } from '../processes/server.js';
import type { BenchRun } from './row.js';

const connections = 64;
const milliseconds = 4000;

/** Row 2: 64 recorders over HTTP, each waiting for its durable and projected reply, beside single-row INSERTs. */
export async function concurrentRecorders(run: BenchRun): Promise<RowResult> {
  const { rounds, seed, profiles } = run.options;
  const folder = run.throwAway();
  await writeLog(logFilesIn(folder), { acts: 0, seed }, () => undefined);
  const server = await Server.demarche(environmentIn(folder), profiles);
  try {
    await server.until('/health/ready', 200);
    const recording = { url: server.url, connections, milliseconds };
    let refused = 0;
    const record = async (number: number): Promise<number> => {
      const { perSecond, others } = await runJob('record-acts', { ...recording, seed: seed + number });
      refused += others;
      return perSecond;
    };
    await record(0); // once without being counted, as long as code is still being compiled
    let round = 0;
    const pairs = await alternate(
      rounds,
      () => record(++round),
      () => runJob('single-inserts', { seed, folder: run.throwAway() }),
    );
    if (refused > 0) throw new Error(`${String(refused)} recordings were refused`);
    const notes = ['each act with a quote to be found in its source; the log begins with the catalogue alone'];
    const target = { bound: 'at least', value: 1 } as const;
    return compared({ row: 2, job: '64 recorders over HTTP', unit: 'acts/s', target, notes }, pairs);
  } finally {
    await server.stop();
  }
}
