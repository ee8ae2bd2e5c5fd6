import { setImmediate as nextTurn } from 'node:timers/promises';
import { CommanderError } from 'commander';
import { type ExitCode, Failure } from './failure.js';
import { fileFailure } from './file-failure.js';
import type { Host } from './host.js';
import { buildProgram } from './program.js';
import { terminalOf } from './terminal/terminal.js';

/** Runs one command line, without the names of program and script, to its exit code. Faults of ours are thrown on. */
export async function run(host: Host, args: readonly string[]): Promise<ExitCode> {
  const unwritten: Failure[] = [];
  for (const stream of [host.stdout, host.stderr]) {
    // Whoever reads our output may stop reading: `demarche acts | head` is no fault.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') unwritten.push(fileFailure(error, 'the output', 'written'));
    });
  }
  try {
    await buildProgram(host).parseAsync(args, { from: 'user' });
    await nextTurn(); // in which a stream tells
    return unwritten[0] ? exitCodeOf(unwritten[0], host) : 0;
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
