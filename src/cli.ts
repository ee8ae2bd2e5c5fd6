#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CopyLogOptions, Host, Rebuilt, RunningServer, ServerOptions } from './cli/host.js';
import { run } from './cli/run.js';
import { openPorts } from './app.module.js';
import { exportViews } from './adapters/sqlite/views/export-views.js';
import type { Copied } from './application/moving/copy-log.js';
import { BadConfig, type Config, configOf, logSiteOf } from './config.js';
import { copyLog } from './copy-log.js';
import { rebuildViews } from './rebuild-views.js';
import { rotateKey } from './rotate-key.js';
import { startNode } from './start-node.js';

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());

const host: Host = {
  open,
  rebuild,
  copyLog: copyLogNamed,
  rotateKey: () => rotateKey(configOf(process.env)),
  exportViews: async (file) => exportViewsOf(configOf(process.env), file),
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
  sampleDirectory: fileURLToPath(new URL('../samples/ceasefire-2025', import.meta.url)),
  version: version(),
};

process.exitCode = await run(host, process.argv.slice(2));

async function open({ log, views, listen, onAway }: ServerOptions): Promise<RunningServer> {
  const env = { ...process.env, ...(log && { DEMARCHE_LOG: log }), ...(views && { DEMARCHE_VIEWS: views }) };
  const config: Config = { ...configOf(env), ...(listen ?? { host: '127.0.0.1', port: 0 }) };
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
  const config = configOf(process.env);
  return rebuildViews(await openPorts(config), config, onProgress);
}

async function copyLogNamed({ from, to, ...how }: CopyLogOptions): Promise<Copied> {
  const sites = { from: logSiteOf(from, process.env, '--from'), to: logSiteOf(to, process.env, '--to') };
  return copyLog({ ...sites, ...how, signal: stop.signal });
}

function exportViewsOf({ viewsDirectory }: Config, file: string): void {
  if (viewsDirectory === null) throw new BadConfig('a log in memory has no views that could be exported');
  exportViews(viewsDirectory, file);
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
