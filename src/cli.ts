#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ExitCode } from './cli/failure.js';
import type { CopyLogOptions, Host, Rebuilt, RunningServer, ServerOptions } from './cli/host.js';
import { run } from './cli/run.js';
import type { Copied } from './application/moving/copy-log.js';
import type { Config } from './config.js';
import { verify } from './verify.js';
import { witness } from './witness.js';

// Everything else is loaded when it is needed: `verify`, `witness` and whatever only asks a server get by without it.

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());

const host: Host = {
  open,
  rebuild,
  copyLog: copyLogNamed,
  rotateKey: async () => (await import('./rotate-key.js')).rotateKey(await configFrom(process.env)),
  exportViews,
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
  sampleDirectory: fileURLToPath(new URL('../samples/ceasefire-2025', import.meta.url)),
  version: version(),
};

const args = process.argv.slice(2);
process.exitCode = await exitCodeOf(args);

async function exitCodeOf([command, ...rest]: readonly string[]): Promise<ExitCode> {
  if (command === 'verify') return verify(rest);
  return command === 'witness' ? witness(rest, host) : run(host, args);
}

async function configFrom(env: NodeJS.ProcessEnv): Promise<Config> {
  return (await import('./config.js')).configOf(env);
}

async function open({ log, views, listen, onAway }: ServerOptions): Promise<RunningServer> {
  const env = { ...process.env, ...(log && { DEMARCHE_LOG: log }), ...(views && { DEMARCHE_VIEWS: views }) };
  const config: Config = { ...(await configFrom(env)), ...(listen ?? { host: '127.0.0.1', port: 0 }) };
  const { startNode } = await import('./start-node.js');
  const node = await startNode(config, { onAway });
  const close = (): void => void node.close();
  stop.signal.addEventListener('abort', close);
  try {
    await node.ready;
    return node;
  } catch (error) {
    await node.close();
    throw error;
  } finally {
    stop.signal.removeEventListener('abort', close);
  }
}

async function rebuild(onProgress: (done: number, total: number) => void): Promise<Rebuilt> {
  const config = await configFrom(process.env);
  const { openPorts } = await import('./app.module.js');
  const { rebuildViews } = await import('./rebuild-views.js');
  return rebuildViews(await openPorts(config), config, onProgress);
}

async function copyLogNamed({ from, to, ...how }: CopyLogOptions): Promise<Copied> {
  const { logSiteOf } = await import('./config.js');
  const sites = { from: logSiteOf(from, process.env, '--from'), to: logSiteOf(to, process.env, '--to') };
  return (await import('./copy-log.js')).copyLog({ ...sites, ...how, signal: stop.signal });
}

async function exportViews(file: string): Promise<void> {
  const { BadConfig, configOf } = await import('./config.js');
  const { viewsDirectory } = configOf(process.env);
  if (viewsDirectory === null) throw new BadConfig('a log in memory has no views that could be exported');
  (await import('./adapters/sqlite/views/export-views.js')).exportViews(viewsDirectory, file);
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
