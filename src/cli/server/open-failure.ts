import { Failure } from '../failure.js';
import type { Listen } from '../host.js';

/** What to tell, and with which exit code, where something of the host's could not be done: `undone` says what. */
export function openFailure(error: unknown, undone: string, listen?: Listen): Failure {
  const message = error instanceof Error ? error.message : String(error);
  // The configuration is out of reach for a door, so that its error is known by its name.
  if (error instanceof Error && error.name === 'BadConfig') return new Failure(2, message);
  if (listen && error instanceof Error && 'syscall' in error) return listenFailure(error, listen);
  return new Failure(3, `${undone}: ${message}`);
}

/** What to do where a port cannot be had. */
export function listenFailure(error: Error, { host, port }: Listen): Failure {
  const busy = 'code' in error && error.code === 'EADDRINUSE';
  if (!busy) return new Failure(3, `Cannot listen on ${host}:${port}: ${error.message}`);
  const other = `choose a port: --port ${port + 1}, or PORT`;
  return new Failure(3, `Port ${port} of ${host} is in use. Stop the other program, or ${other}.`);
}
