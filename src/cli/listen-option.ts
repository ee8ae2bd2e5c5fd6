import { InvalidArgumentError } from 'commander';
import { Failure } from './failure.js';
import type { Host, Listen } from './host.js';

/** Where to listen: what the command line says, else the environment, else what is documented. */
export function listenOf({ env }: Host, options: { readonly host?: string; readonly port?: number }): Listen {
  return { host: options.host ?? (env['HOST'] || '127.0.0.1'), port: options.port ?? portFrom(env['PORT']) };
}

export function portOf(text: string): number {
  if (!isPort(text)) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return Number(text);
}

function portFrom(text: string | undefined): number {
  if (!text) return 3000;
  if (!isPort(text)) throw new Failure(2, `PORT is \`${text}\`; a port is a number from 0 to 65535.`);
  return Number(text);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
