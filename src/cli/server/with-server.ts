import { Failure } from '../failure.js';
import type { Host, RunningServer, ServerOptions } from '../host.js';
import { Client } from './client.js';
import { openFailure } from './open-failure.js';

export interface ServerChoice {
  /** The URL of a running server; else DEMARCHE_URL, else one in this process on DEMARCHE_LOG. */
  readonly to?: string;
  readonly recorder?: string;
}

/** Lends a client of the server that the command line or the environment names, or of one started just for this. */
export async function withServer<T>(host: Host, choice: ServerChoice, use: (client: Client) => Promise<T>): Promise<T> {
  const url = choice.to ?? host.env['DEMARCHE_URL'];
  if (url) return use(clientOf(host, baseOf(url), choice));
  const server = await openServer(host, {});
  try {
    return await use(clientOf(host, server.url, choice));
  } finally {
    await server.close();
  }
}

/** @throws Failure, saying what could not be opened and why */
export async function openServer(host: Host, options: ServerOptions): Promise<RunningServer> {
  try {
    return await host.open(options);
  } catch (error) {
    throw openFailure(error, 'The log cannot be opened', options.listen);
  }
}

export function clientOf(host: Host, url: string, { recorder }: ServerChoice): Client {
  const name = recorder ?? host.env['DEMARCHE_RECORDER'];
  if (name && !/^[\x20-\x2b\x2d-\x7e]{1,128}$/.test(name)) {
    throw new Failure(2, 'A recorder has a name of 1 to 128 printable ASCII characters without a comma.');
  }
  return new Client(url, { signal: host.signal, ...(name ? { recorder: name } : {}) });
}

function baseOf(url: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new Failure(2, `A server is named by its URL, such as http://127.0.0.1:3000, not \`${url}\`.`);
  }
  return url.replace(/\/+$/, '');
}
