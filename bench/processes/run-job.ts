import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Job, JobName } from '../jobs/jobs.js';

const program = fileURLToPath(new URL('../main.js', import.meta.url));

/** Whether processes that are measured also leave a CPU profile, and where. */
export type Profiles = string | null;

type InputOf<N extends JobName> = Parameters<Job<N>>[0];
type OutputOf<N extends JobName> = Awaited<ReturnType<Job<N>>>;

/** Runs a job in a process of its own, so that one's garbage is not the other's collection. */
export async function runJob<N extends JobName>(
  name: N,
  input: InputOf<N>,
  profiles: Profiles = null,
): Promise<OutputOf<N>> {
  const job = spawnNode([program, 'job', name, JSON.stringify(input)], {}, profiles);
  const [output] = await Promise.all([textOf(job), finished(job, name)]);
  return JSON.parse(output) as OutputOf<N>;
}

export function spawnNode(args: readonly string[], env: NodeJS.ProcessEnv, profiles: Profiles): ChildProcess {
  const profiling = profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  return spawn(process.execPath, [...profiling, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
}

async function textOf({ stdout }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stdout ?? []) text += String(chunk);
  return text;
}

async function finished(child: ChildProcess, name: string): Promise<void> {
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the job ${name} failed`);
}
