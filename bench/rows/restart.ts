import { issueId, partyId } from '../history/catalogue.js';
import { logFilesIn } from '../history/history.js';
import { writeLog } from '../history/write-log.js';
import { alternate } from '../measure/alternate.js';
import { median } from '../measure/median.js';
import { compared, type RowResult } from '../measure/result.js';
import { environmentIn } from '../processes/config-in.js';
import { runJob } from '../processes/run-job.js';
import { Server } from '../processes/server.js';
import type { BenchRun } from './row.js';

const stance = `/v1/stances/${partyId(0)}/${issueId(0)}`;

/** Row 10: from the start of the program to its first answer, with the history and without any act. */
export async function restart(run: BenchRun): Promise<RowResult> {
  const { rounds, seed, profiles } = run.options;
  const full = await run.historyWithViews();
  const empty = run.throwAway();
  await writeLog(logFilesIn(empty), { acts: 0, seed }, () => undefined);
  await runJob('rebuild-views', { folder: empty });
  for (const folder of [full, empty]) await startsPerSecond(folder, null); // so that the files are in memory
  const pairs = await alternate(
    Math.max(rounds, 5),
    () => startsPerSecond(full, profiles),
    () => startsPerSecond(empty, null),
  );
  const milliseconds = (rates: readonly number[]): string => `${(1000 / median(rates)).toFixed(0)} ms`;
  const notes = [
    `${milliseconds(pairs.ours)} beside ${milliseconds(pairs.theirs)} to the answer about the most active cell`,
    'without any act means the catalogue alone, so that the same question has an answer; ≥ 0.67 is ≤ 1.5 times as long',
  ];
  const target = { bound: 'at least', value: 1 / 1.5 } as const;
  return compared({ row: 10, job: 'restart to the first answer', unit: 'starts/s', target, notes }, pairs);
}

async function startsPerSecond(folder: string, profiles: string | null): Promise<number> {
  const start = performance.now();
  const server = await Server.demarche(environmentIn(folder), profiles);
  try {
    await server.until(stance, 200);
    return 1000 / (performance.now() - start);
  } finally {
    await server.stop();
  }
}
