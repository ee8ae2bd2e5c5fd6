import { Command } from 'commander';
import type { Copied } from '../application/moving/copy-log.js';
import { Failure } from './failure.js';
import type { Host } from './host.js';
import { openFailure } from './server/open-failure.js';
import { LongRun } from './terminal/long-run.js';
import { terminalOf } from './terminal/terminal.js';

const examples = `
The log is copied while its nodes go on recording, then sealed with LogMoved: from then on it takes no more writes and
says where it went, while reads go on. LogCopied ends the copy. Sequences, recorded times and answers are the same.
Whatever interrupts it, the same command goes on where it was. No node can open the copy before it is done.

Examples:
  demarche log copy --from sqlite:./data/log.db --to 'esdb://127.0.0.1:2113?tls=false'
  demarche log copy --from 'esdb://127.0.0.1:2113?tls=false' --to sqlite:./back/log.db
  demarche log copy --from sqlite:./data/log.db --to sqlite:/mnt/large/log.db --json

On EventStoreDB the streams are those that begin with DEMARCHE_STREAM_PREFIX (default: demarche.).`;

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly recorder?: string;
  readonly instead?: true;
  readonly json?: true;
}

export function logCommand(host: Host): Command {
  const copy = new Command('copy')
    .description('Move the log to another place: copy its events and texts, and seal it where it is.')
    .requiredOption('--from <log>', 'the log: sqlite:FILE or esdb://HOST:PORT?…')
    .requiredOption('--to <log>', 'where there is none yet: sqlite:FILE or esdb://HOST:PORT?…')
    .option('--recorder <name>', 'who moves it (default: DEMARCHE_RECORDER, else local)')
    .option('--instead', 'though it was sealed for another place, where its copy is lost and was never finished')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', examples)
    .action((options: CopyOptions) => moveLog(host, options));
  return new Command('log').description('The log itself.').addCommand(copy);
}

async function moveLog(host: Host, options: CopyOptions): Promise<void> {
  const start = performance.now();
  const copied = await copiedBy(host, options);
  const seconds = (performance.now() - start) / 1000;
  const said = options.json ? JSON.stringify({ ...copied, seconds }) : sentence(copied, seconds);
  terminalOf(host.stdout, host.env).print(said);
}

async function copiedBy(host: Host, { from, to, recorder, instead }: CopyOptions): Promise<Copied> {
  const run = new LongRun(terminalOf(host.stderr, host.env));
  try {
    return await host.copyLog({
      from,
      to,
      recorder: recorder ?? (host.env['DEMARCHE_RECORDER'] || 'local'),
      instead: instead === true,
      onProgress: ({ doing, done, total }) => run.show(done, total, doing),
    });
  } catch (error) {
    throw failureOf(error);
  } finally {
    run.clear();
  }
}

/** What the log itself says no to is an answer; the rest could not be reached or read. */
function failureOf(error: unknown): Failure {
  // The ports are out of reach for a door, so that their errors are known by their names.
  const isNo = error instanceof Error && ['CannotCopy', 'LogSealed', 'TextDamaged'].includes(error.name);
  return isNo ? new Failure(1, error.message) : openFailure(error, 'The log cannot be copied');
}

function sentence({ events, texts, already }: Copied, seconds: number): string {
  if (already) return `Nothing to do: the log was moved there before, with all of its ${events} events.`;
  const rate = seconds > 0 ? `, ${Math.round(events / seconds)} events a second` : '';
  const moved = `Moved ${events} events and ${texts} texts in ${seconds.toFixed(1)} s${rate}; all were compared.`;
  return `${moved}\nThe old log takes no more writes. Start the nodes with DEMARCHE_LOG naming the new one.`;
}
