import { Command } from 'commander';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addServerOption, type ServerOption } from '../asking/common-options.js';
import { Failure } from '../failure.js';
import { fileFailure } from '../file-failure.js';
import type { Host } from '../host.js';
import { withServer } from '../server/with-server.js';
import { terminalOf } from '../terminal/terminal.js';
import { exportedLog } from './exported-log.js';

interface ExportOptions extends ServerOption {
  readonly log?: true;
  readonly output?: string;
  readonly validAt: string;
}

const examples = `
Examples:
  demarche export --log --output log.ndjson
  demarche export --log --to http://127.0.0.1:3000 | gzip > log.ndjson.gz`;

export function exportCommand(host: Host): Command {
  const command = new Command('export')
    .description('Write the whole log up to its signed checkpoint as NDJSON: events, texts and the stances they make.')
    .option('--log', 'the log (there is nothing else to export yet)')
    .option('--output <file>', 'a file to write, replaced if it is there (default: the standard output)')
    .option('--valid-at <time>', 'T of the stances (default: today, UTC)', new Date().toISOString().slice(0, 10));
  return addServerOption(command)
    .addHelpText('after', examples)
    .action((options: ExportOptions) => exportLog(host, options));
}

async function exportLog(host: Host, { log, output, validAt, ...choice }: ExportOptions): Promise<void> {
  if (!log) throw new Failure(2, 'Say what to export: --log.');
  await withServer(host, choice, async (client) => {
    const messages = terminalOf(host.stderr, host.env);
    const lines = exportedLog(client, validAt, (why) => messages.print(why));
    if (output !== undefined) await write(lines, output);
    else await print(lines, host.stdout);
  });
}

/** Whoever reads it may stop reading. */
async function print(lines: AsyncIterable<string>, stdout: Writable): Promise<void> {
  try {
    await pipeline(lines, stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    if (!('code' in error && error.code === 'EPIPE')) throw fileFailure(error, 'the export', 'written');
  }
}

/** A file is there whole, or stays as it was; what is no file, such as a pipe, is written to as it is. */
async function write(lines: AsyncIterable<string>, output: string): Promise<void> {
  const isNoFile = existsSync(output) && !statSync(output).isFile();
  const draft = isNoFile ? output : `${output}.${randomUUID()}`;
  try {
    await pipeline(lines, createWriteStream(draft));
    if (draft !== output) renameSync(draft, output);
  } catch (error) {
    if (draft !== output) discard(draft);
    throw error instanceof Error && 'syscall' in error ? fileFailure(error, output, 'written') : error;
  }
}

function discard(file: string): void {
  if (existsSync(file)) rmSync(file);
}
