import { execFileSync } from 'node:child_process';
import { catalogueSize } from '../history/catalogue.js';
import { absolute, type RowResult } from '../measure/result.js';
import { environmentIn } from '../processes/config-in.js';
import { runJob } from '../processes/run-job.js';
import { Server } from '../processes/server.js';
import type { BenchRun } from './row.js';

const load = { repetition: 'repeated', count: 2000, connections: 64, milliseconds: 5000 } as const;

/** Row 11: what the node takes of the machine's memory once every cell was asked, and while it is asked more. */
export async function memory(run: BenchRun): Promise<RowResult> {
  const folder = await run.historyWithViews();
  const server = await Server.demarche(environmentIn(folder));
  try {
    await server.until('/health/ready', 200);
    const before = megabytesOf(server.pid);
    const answered = await runJob('ask-every-cell', { url: server.url });
    const cells = catalogueSize.parties * catalogueSize.issues;
    if (answered < cells) throw new Error(`${String(cells - answered)} cells were not answered`);
    const hot = megabytesOf(server.pid);
    await runJob('ask-stances', { ...load, url: server.url, seed: run.options.seed });
    const loaded = megabytesOf(server.pid);
    const notes = [
      `resident: ${before.toFixed(0)} MB when ready, ${hot.toFixed(0)} MB after all ${String(cells)} cells were asked ` +
        `over HTTP, ${loaded.toFixed(0)} MB after 5 s of 64 connections asking; the greatest of them counts`,
    ];
    const target = { bound: 'at most', value: 600 } as const;
    const measured = { row: 11, job: 'memory, all cells hot', unit: 'MB', target, notes };
    return absolute(measured, [Math.max(before, hot, loaded)]);
  } finally {
    await server.stop();
  }
}

/** Resident memory, as the system counts it; `ps` says so in KiB. */
function megabytesOf(pid: number): number {
  return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024) / 1_000_000;
}
