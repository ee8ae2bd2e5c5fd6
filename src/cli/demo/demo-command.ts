import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Host, Listen } from '../host.js';
import { listenOf, portOf } from '../listen-option.js';
import { clientOf, openServer } from '../server/with-server.js';
import { terminalOf, type Terminal } from '../terminal/terminal.js';
import { untilAborted } from '../until-aborted.js';
import { assertPortFree } from './assert-port-free.js';
import { comparisonLines } from './comparison-lines.js';
import { curlLines } from './curl-lines.js';
import { loadSample } from './load-sample.js';
import { storyLines } from './story-lines.js';

interface DemoOptions {
  readonly host?: string;
  readonly port?: number;
  readonly serve: boolean;
}

interface Place {
  readonly log: string;
  readonly views: string;
}

const examples = `
Examples:
  demarche demo
  demarche demo --port 8080
  demarche demo --no-serve`;

export function demoCommand(host: Host): Command {
  return new Command('demo')
    .description('Tell from real events of 2024–2025 how the US moved from pressure on Moscow toward concessions.')
    .option('--host <address>', 'where to serve afterwards (default: HOST, else 127.0.0.1)')
    .option('--port <number>', 'where to serve afterwards (default: PORT, else 3000)', portOf)
    .option('--no-serve', 'tell the story and end')
    .addHelpText('after', examples)
    .action((options: DemoOptions) => demo(host, options.serve ? listenOf(host, options) : null));
}

/** Everything lives in a directory of its own, which is gone afterwards. */
async function demo(host: Host, listen: Listen | null): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'demarche-demo-'));
  const place = { log: `sqlite:${join(directory, 'log.db')}`, views: directory };
  const out = terminalOf(host.stdout, host.env);
  try {
    const example = await tell(host, place, out);
    if (listen) await serve(host, { place, listen, example }, out);
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Loads and tells through a server that nobody else knows of; gives the sequence before the sample's last file. */
async function tell(host: Host, place: Place, out: Terminal): Promise<number> {
  const server = await openServer(host, place);
  try {
    const client = clientOf(host, server.url, { recorder: 'sample' });
    const loaded = await loadSample(host, client);
    out.print(out.colors.dim(loaded.sentence), '');
    out.print(...(await storyLines(client, out)), '');
    out.print(...(await comparisonLines(client, loaded.earlierSequence, out)), '');
    return loaded.earlierSequence;
  } finally {
    await server.close();
  }
}

interface Serving {
  readonly place: Place;
  readonly listen: Listen;
  /** A sequence worth asking at. */
  readonly example: number;
}

/** The story is told in full before anybody can ask; only a port that is chosen by listening is told afterwards. */
async function serve(host: Host, { place, listen, example }: Serving, out: Terminal): Promise<void> {
  await assertPortFree(listen);
  if (listen.port !== 0) out.print(...curlLines(listen, example, out));
  const server = await openServer(host, { ...place, listen });
  if (listen.port === 0) out.print(...curlLines({ ...listen, port: Number(new URL(server.url).port) }, example, out));
  terminalOf(host.stderr, host.env).print(
    `Listening on ${server.url} until Ctrl-C; documentation at ${server.url}/docs`,
  );
  await untilAborted(host.signal);
  await server.close();
}
