import { join } from 'node:path';
import type { Repetition } from '../jobs/stance-paths.js';
import { alternate, type Pairs } from '../measure/alternate.js';
import { median } from '../measure/median.js';
import { compared, type RowResult } from '../measure/result.js';
import { environmentIn } from '../processes/config-in.js';
import { runJob } from '../processes/run-job.js';
import { Server } from '../processes/server.js';
import type { BenchRun } from './row.js';

const asking = { connections: 64, milliseconds: 4000, count: 2000 } as const;

interface Asked extends Pairs {
  readonly bytes: number;
}

/** Row 9: stances over HTTP at 64 connections, beside a bare server that returns the same bytes. */
export async function stancesOverHttp(run: BenchRun): Promise<RowResult> {
  const folder = await run.historyWithViews();
  const server = await Server.demarche(environmentIn(folder), run.options.profiles);
  try {
    await server.until('/health/ready', 200);
    const repeated = await askBoth(run, server, 'repeated');
    const distinct = await askBoth(run, server, 'distinct');
    const ratio = median(distinct.ours) / median(distinct.theirs);
    const notes = [
      `cells by activity at the head, contributions by default, ${kilobytes(repeated)} an answer on average`,
      `each question at a T of its own instead: ${median(distinct.ours).toFixed(0)} beside ` +
        `${median(distinct.theirs).toFixed(0)} requests/s, ratio ${ratio.toFixed(2)}, ${kilobytes(distinct)} an answer`,
    ];
    const target = { bound: 'at least', value: 0.45 } as const;
    return compared({ row: 9, job: 'GET stance, 64 connections', unit: 'requests/s', target, notes }, repeated);
  } finally {
    await server.stop();
  }
}

async function askBoth(run: BenchRun, server: Server, repetition: Repetition): Promise<Asked> {
  const { rounds, seed } = run.options;
  const file = join(run.throwAway(), 'answers.json');
  await runJob('save-answers', { url: server.url, seed, repetition, count: asking.count, file });
  const raw = await Server.raw(file);
  try {
    const bytes: number[] = [];
    const ask = async (url: string): Promise<number> => {
      const { perSecond, bytesPerAnswer, others } = await runJob('ask-stances', { ...asking, url, seed, repetition });
      if (others > 0) throw new Error(`${String(others)} questions were not answered`);
      bytes.push(bytesPerAnswer);
      return perSecond;
    };
    for (const { url } of [server, raw]) await ask(url); // not counted, as long as code is still being compiled
    const pairs = await alternate(
      rounds,
      () => ask(server.url),
      () => ask(raw.url),
    );
    return { ...pairs, bytes: median(bytes) };
  } finally {
    await raw.stop();
  }
}

function kilobytes({ bytes }: Asked): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
