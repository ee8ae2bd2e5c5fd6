import { Command } from 'commander';
import { addServerOption, type ServerOption } from '../asking/common-options.js';
import { Failure } from '../failure.js';
import type { Host } from '../host.js';
import type { Client } from '../server/client.js';
import { withServer } from '../server/with-server.js';
import { terminalOf } from '../terminal/terminal.js';
import { Checker } from './checker.js';
import { Declarations } from './declarations.js';
import { inputFiles } from './input-files.js';
import { recordFiles } from './record-files.js';
import { Recorder } from './recorder.js';
import { Reporter } from './reporter.js';

interface RecordOptions extends ServerOption {
  readonly recorder?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

const examples = `
A document is a mapping with any of: parties, speakers, issues, source, acts, changes. Running a file again changes
nothing; a file that grew, or a run that was interrupted, goes on where it stopped.

  source: {id: herald-2025-04-19, title: …, publisher: …, published: "2025-04-19", language: en,
           kind: report, reliability: B, textFile: herald.txt}
  acts:
    - {key: walk-away, kind: threat, party: united-states, occurred: "2025-04-18", summary: …,
       attribution: on-record, leanings: [{issue: us-mediation, value: -0.6}], citations: [{exact: "move on"}]}
  changes:
    - {retract: "herald-2025-04-18#walk-away", reason: The same threat, cause: duplicate}

Examples:
  demarche record samples/ceasefire-2025
  demarche record today.yaml --dry-run
  demarche record acts.ndjson --to http://127.0.0.1:3000 --recorder anna
  pipeline | demarche record - --json`;

export function recordCommand(host: Host): Command {
  const command = new Command('record')
    .description('Record what files say: YAML of several documents, or NDJSON with one document a line.')
    .argument('<file|directory...>', 'files, directories (their files in name order), or - for stdin');
  return addServerOption(command)
    .option('--recorder <name>', 'who records (default: DEMARCHE_RECORDER)')
    .option('--dry-run', 'check as much as can be without writing')
    .option('--json', 'one line of JSON for each thing')
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], options: RecordOptions) => {
      const files = await inputFiles(paths);
      await withServer(host, options, (client) => record(host, client, { files, options }));
    });
}

interface Asked {
  readonly files: readonly string[];
  readonly options: RecordOptions;
}

async function record(host: Host, client: Client, { files, options }: Asked): Promise<void> {
  const streams = { out: terminalOf(host.stdout, host.env), err: terminalOf(host.stderr, host.env) };
  const reporter = new Reporter(streams, options.json === true);
  const dryRun = options.dryRun === true;
  const declarations = new Declarations();
  const doer = dryRun ? new Checker(client, declarations) : new Recorder(client, declarations);
  const started = performance.now();
  try {
    const run = recordFiles({ files, stdin: host.stdin, declarations, doer });
    for await (const outcome of run) reporter.tell(outcome);
  } finally {
    reporter.finish({ seconds: (performance.now() - started) / 1000, dryRun });
  }
  const { tally } = reporter;
  if (tally.of('checked in part') > 0) streams.err.print(...unchecked(tally.of('checked in part')));
  if (tally.of('refused') > 0) throw new Failure(1, '');
}

function unchecked(count: number): readonly string[] {
  return [
    `${count} could be checked in part only, since the server does not hold yet all that they refer to: keys, times,`,
    'references and quotes were checked; the ranges of values, mandates and likeness to other acts were not.',
  ];
}
