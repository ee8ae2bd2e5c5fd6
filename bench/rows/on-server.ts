import { logFilesIn } from '../history/history.js';
import { writeLog } from '../history/write-log.js';
import { alternate } from '../measure/alternate.js';
import { compared, type RowResult } from '../measure/result.js';
import { environmentIn } from '../processes/config-in.js';
import { logOnServer } from '../processes/log-on-server.js';
import { RecordedNode } from '../processes/recorded-node.js';
import { Server } from '../processes/server.js';
import type { BenchRun } from './row.js';

/** Row 14: a new node, from its start without views until it is ready, beside one on the same log in SQLite. */
export async function newNode(run: BenchRun): Promise<RowResult> {
  const from = await run.history();
  const server = await logOnServer({ from, by: run.throwAway(), url: urlOf(run) });
  const { profiles } = run.options;
  const rate = (env: NodeJS.ProcessEnv) => () => eventsPerSecond({ ...env, DEMARCHE_VIEWS: run.throwAway() }, profiles);
  const pairs = await alternate(
    run.options.rounds,
    rate({ ...environmentIn(from), ...server }),
    rate(environmentIn(from)),
  );
  const notes = [`every event of ${String(run.options.acts)} acts, over the time from the start of the program`];
  return compared({ row: 14, job: 'a new node until it is ready', unit: 'events/s', target: null, notes }, pairs);
}

/** Row 15: 64 recorders over HTTP on one node, beside one on SQLite. */
export async function recordersOnServer(run: BenchRun): Promise<RowResult> {
  const { rounds, seed } = run.options;
  const from = run.throwAway();
  await writeLog(logFilesIn(from), { acts: 0, seed }, () => undefined);
  const there = {
    ...environmentIn(run.throwAway()),
    ...(await logOnServer({ from, by: run.throwAway(), url: urlOf(run) })),
  };
  const nodes = [
    await RecordedNode.start(there, run.options),
    await RecordedNode.start(environmentIn(from), run.options),
  ];
  try {
    const [ours, theirs] = nodes.map((node) => () => node.actsPerSecond());
    const pairs = await alternate(rounds, ours!, theirs!);
    const notes = ['each act with a quote to be found in its source; the log begins with the catalogue alone'];
    return compared({ row: 15, job: '64 recorders over HTTP', unit: 'acts/s', target: null, notes }, pairs);
  } finally {
    await Promise.all(nodes.map((node) => node.stop()));
  }
}

async function eventsPerSecond(env: NodeJS.ProcessEnv, profiles: string | null): Promise<number> {
  const start = performance.now();
  const server = await Server.demarche(env, profiles);
  try {
    await server.until('/health/ready', 200);
    const seconds = (performance.now() - start) / 1000;
    const { sequence } = (await (await fetch(`${server.url}/health/ready`)).json()) as { readonly sequence: number };
    return sequence / seconds;
  } finally {
    await server.stop();
  }
}

function urlOf({ options }: BenchRun): string {
  if (options.log === null) throw new RangeError('these rows need --log esdb://…');
  return options.log;
}
