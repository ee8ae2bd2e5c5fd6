#!/usr/bin/env node
// Needs nothing but Node, so that an auditor can run it from a copied folder.
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keysIn } from './verifying/keys-in.js';
import { Misuse } from './verifying/misuse.js';
import type { Outcome } from './witnessing/outcome.js';
import { outcomeAsJson, shownOutcome } from './witnessing/shown-outcome.js';
import { StateFile } from './witnessing/state-file.js';
import { statePlace } from './witnessing/state-place.js';
import { Watch } from './witnessing/watch.js';
import { type Patience, WatchedServer } from './witnessing/watched-server.js';

const usage = `Usage: demarche witness URL [--key KEY] [--state FILE] [--every SECONDS] [--timeout SECONDS]
                            [--quiet] [--json]

Keep the last checkpoint that a server showed, and refuse one that does not continue it: a log that was rolled back,
forked, or signed by another key. Run it from time to time on a machine that is not the server's.

  URL                the server, such as https://positions.example.org
  --key KEY          a public key as \`demarche keys show\` prints it, or a file of such lines: believed from now on;
                     without it those that the server names at first
  --state FILE       where what was seen is kept, a file for each server
                     (default: demarche/witness/ in XDG_DATA_HOME, else in ~/.local/share, named after the address)
  --every SECONDS    go on, with a look so often, until something is refused or it is stopped
  --timeout SECONDS  how long to wait for each answer (default: 30)
  --quiet            say nothing as long as all is well
  --json             print each outcome as a line of JSON

Examples:
  demarche witness https://positions.example.org --key log.vkey
  */10 * * * *  demarche witness https://positions.example.org --quiet      # cron sends what it says
  demarche witness http://127.0.0.1:3000 --state /var/lib/witness/positions.json --every 60 --json

What is refused changes nothing in what is kept; both checkpoints stay in a file beside it, as evidence.
Exit codes: 0 consistent, 1 refused, 2 wrong usage, 3 nothing to judge: no answer of the server, or no state to keep.
`;

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Ends what is going on. */
  readonly signal: AbortSignal;
}

const exitCodes = { first: 0, grown: 0, unchanged: 0, refused: 1, unreachable: 3 } as const;
const notDone = 3;

/** Runs \`demarche witness\` with these arguments, to its exit code. */
export async function witness(args: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2 | 3> {
  const { stdout, stderr } = surroundings;
  try {
    const { values, positionals } = parsed(args);
    if (values.help) return tell(stdout, usage, 0);
    return await run(values, urlIn(positionals), surroundings);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return tell(stderr, `demarche witness: ${error.message}\nTry --help.\n`, 2);
  }
}

const shape = {
  allowPositionals: true,
  options: {
    key: { type: 'string' },
    state: { type: 'string' },
    every: { type: 'string' },
    timeout: { type: 'string', default: '30' },
    quiet: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
} as const;

type Parsed = ReturnType<typeof parseArgs<typeof shape>>;

function parsed(args: readonly string[]): Parsed {
  try {
    return parseArgs({ ...shape, args: [...args] });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

async function run(options: Parsed['values'], url: string, surroundings: Surroundings): Promise<0 | 1 | 3> {
  const { signal, env } = surroundings;
  const every = options.every === undefined ? null : millisecondsIn('--every', options.every);
  const patience: Patience = { timeoutMs: millisecondsIn('--timeout', options.timeout), pauseMs: 1000, signal };
  const watch = new Watch({
    server: new WatchedServer(url, patience),
    state: new StateFile(options.state === undefined ? statePlace(url, env) : resolve(options.state)),
    trusted: options.key === undefined ? null : keysIn(options.key),
    patience,
  });
  let exitCode: 0 | 1 | 3 = notDone;
  do {
    const outcome = await lookUnlessAborted(watch, signal);
    if (!outcome) return tell(surroundings.stderr, 'Interrupted.\n', exitCode);
    exitCode = report(outcome, options, surroundings);
  } while (every !== null && exitCode !== 1 && (await paused(every, signal)));
  return exitCode;
}

async function lookUnlessAborted(watch: Watch, signal: AbortSignal): Promise<Outcome | null> {
  try {
    return await watch.look(new Date().toISOString());
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function report(outcome: Outcome, { json, quiet }: Parsed['values'], { stdout, stderr }: Surroundings): 0 | 1 | 3 {
  const exitCode = exitCodes[outcome.outcome];
  const isSaid = !quiet || exitCode !== 0 || outcome.outcome === 'first';
  if (isSaid && json) stdout.write(outcomeAsJson(outcome));
  else if (isSaid) (exitCode === notDone ? stderr : stdout).write(shownOutcome(outcome));
  return exitCode;
}

/** Whether it may go on. */
async function paused(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

function urlIn([url, ...more]: readonly string[]): string {
  if (url === undefined || more.length > 0) throw new Misuse('One server is witnessed, named by its URL.');
  const isHttp = /^https?:\/\//i.test(url) && URL.canParse(url);
  const form = 'A server is named by an URL such as https://positions.example.org';
  if (!isHttp) throw new Misuse(`${form}, not ${url}.`);
  const { username, password, search, hash, origin, pathname } = new URL(url);
  if (username + password + search + hash !== '') throw new Misuse(`${form}, without user, query or fragment.`);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

function millisecondsIn(option: string, seconds: string): number {
  const milliseconds = /^\d{1,6}(\.\d{1,3})?$/.test(seconds) ? Number(seconds) * 1000 : 0;
  if (milliseconds === 0) throw new Misuse(`${option} takes seconds, up to 999999, not ${seconds}.`);
  return milliseconds;
}

function tell<E extends 0 | 1 | 2 | 3>(stream: NodeJS.WritableStream, text: string, exitCode: E): E {
  stream.write(text);
  return exitCode;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const { env, stdout, stderr } = process;
  process.exitCode = await witness(process.argv.slice(2), { env, stdout, stderr, signal: stop.signal });
}
