import { CommanderError } from 'commander';
import { type ExitCode, Failure } from './failure.js';
import type { Host } from './host.js';
import { buildProgram } from './program.js';
import { terminalOf } from './terminal/terminal.js';

/** Runs one command line, without the names of program and script, to its exit code. Faults of ours are thrown on. */
export async function run(host: Host, args: readonly string[]): Promise<ExitCode> {
  for (const stream of [host.stdout, host.stderr]) stream.on('error', ignoreClosedPipe);
  try {
    await buildProgram(host).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return exitCodeOf(error, host);
  }
}

function exitCodeOf(error: unknown, host: Host): ExitCode {
  const err = terminalOf(host.stderr, host.env);
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (host.signal.aborted) {
    err.print('Interrupted.');
    return 1;
  }
  if (!(error instanceof Failure)) throw error;
  if (error.message !== '') err.print(`${err.colors.red('demarche:')} ${error.message}`);
  return error.exitCode;
}

/** Whoever reads our output may stop reading: `demarche acts | head` is no fault. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
