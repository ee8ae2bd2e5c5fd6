#!/usr/bin/env node
// Needs nothing but Node for an export, so that an auditor can run it from a copied folder; `--log` needs the driver.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fileSentence } from './domain/sentences/file-sentence.js';
import { checkpointIn } from './verifying/checkpoint-in.js';
import { keysIn } from './verifying/keys-in.js';
import { Misuse } from './verifying/misuse.js';
import { assertReadable, contentOf } from './verifying/readable.js';
import { readExport } from './verifying/read-export.js';
import { shownVerdict } from './verifying/shown-verdict.js';
import { type LogSource, verifyLog } from './verifying/verify-log.js';

const usage = `Usage: demarche verify [EXPORT] --key KEY [--log FILE [--views DIR]] [--checkpoint FILE] [--json]

Verify a log offline: every leaf and the root, the signature, the hash of every text, every quote, every reference,
and every stance that was exported.

  EXPORT              a file of \`demarche export --log\`
  --log FILE          instead of an export: the SQLite log itself, with its texts beside it
  --views DIR         where a node's views are, by which changed events are found (default: beside the log)
  --key KEY           a public key as \`demarche keys show\` prints it, or a file of such lines
  --checkpoint FILE   a checkpoint that was kept, also by \`demarche witness\`: the log must continue it
  --json              print the verdict as JSON

Examples:
  demarche verify log.ndjson --key log.vkey
  demarche verify log.ndjson --key log.vkey --checkpoint kept-last-year.txt
  demarche verify --log data/log.db --key log.vkey

Exit codes: 0 verified, 1 not, 2 wrong usage.
`;

/** Runs \`demarche verify\` with these arguments, to its exit code. */
export async function verify(args: readonly string[]): Promise<0 | 1 | 2> {
  process.stdout.on('error', unwritten);
  try {
    const { values, positionals } = parsed(args);
    if (values.help) return tell(process.stdout, usage, 0);
    const source = await sourceOf(values, positionals);
    if (values.key === undefined) throw new Misuse('--key names the public key that checkpoints are signed with.');
    const earlier = values.checkpoint === undefined ? null : checkpointIn(contentOf(values.checkpoint));
    const verdict = await verifyLog(source, { keys: keysIn(values.key), earlier });
    const shown = values.json ? `${JSON.stringify(verdict)}\n` : shownVerdict(verdict);
    return tell(process.stdout, shown, verdict.faults.length === 0 ? 0 : 1);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return tell(process.stderr, `demarche verify: ${error.message}\nTry --help.\n`, 2);
  }
}

/** Whoever reads the verdict may stop reading; where it cannot be written, that is not the verdict “not verified”. */
function unwritten(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`demarche verify: ${fileSentence('the verdict', 'written', error.code ?? error.message)}\n`);
  process.exit(2);
}

function parsed(args: readonly string[]): ReturnType<typeof parseArgs<typeof shape>> {
  try {
    return parseArgs({ ...shape, args: [...args] });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

const shape = {
  allowPositionals: true,
  options: {
    key: { type: 'string' },
    log: { type: 'string' },
    views: { type: 'string' },
    checkpoint: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
} as const;

interface Named {
  readonly log?: string | undefined;
  readonly views?: string | undefined;
}

async function sourceOf({ log, views }: Named, files: readonly string[]): Promise<LogSource> {
  const [named = '', ...more] = log === undefined ? files : [log, ...files];
  if (named === '' || more.length > 0) throw new Misuse('One log is verified: an export, or a SQLite log with --log.');
  assertReadable(named);
  if (log !== undefined) return sqliteLog(named, views);
  if (views !== undefined) throw new Misuse('--views goes with --log.');
  return readExport(named);
}

async function sqliteLog(file: string, views: string | undefined): Promise<LogSource> {
  const { readLogFile } = await import('./adapters/sqlite/log/read-log-file.js').catch(() => {
    throw new Misuse('--log needs the whole program, with its driver of SQLite; here exports can be verified.');
  });
  try {
    return readLogFile(file, views);
  } catch (error) {
    // Its module is not loaded for an export, which needs no port.
    throw error instanceof Error && error.name === 'LogNotReadable' ? new Misuse(error.message) : error;
  }
}

function tell<E extends 0 | 1 | 2>(stream: NodeJS.WritableStream, text: string, exitCode: E): E {
  stream.write(text);
  return exitCode;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await verify(process.argv.slice(2));
}
