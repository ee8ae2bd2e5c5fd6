import { Command } from 'commander';
import type { Host, Listen } from './host.js';
import { listenOf, portOf } from './listen-option.js';
import { openServer } from './server/with-server.js';
import { terminalOf } from './terminal/terminal.js';
import { untilAborted } from './until-aborted.js';

interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
  readonly log?: string;
  readonly views?: string;
}

const examples = `
Examples:
  demarche serve
  demarche serve --port 8080 --log sqlite:./dispute.db --views ./dispute-views
  demarche serve --log 'esdb://127.0.0.1:2113?tls=false'
  demarche serve --log memory:`;

export function serveCommand(host: Host): Command {
  return new Command('serve')
    .description('Serve the HTTP API until Ctrl-C.')
    .option('--host <address>', 'where to listen (default: HOST, else 127.0.0.1)')
    .option('--port <number>', 'where to listen, 0 for any free port (default: PORT, else 3000)', portOf)
    .option('--log <url>', 'sqlite:FILE, esdb://… or memory: (default: DEMARCHE_LOG, else sqlite:./data/log.db)')
    .option('--views <directory>', 'where the views are kept (default: DEMARCHE_VIEWS, else ./data)')
    .addHelpText('after', examples)
    .action((options: ServeOptions) => serve(host, options, listenOf(host, options)));
}

async function serve(host: Host, { log, views }: ServeOptions, listen: Listen): Promise<void> {
  const given = { ...(log === undefined ? {} : { log }), ...(views === undefined ? {} : { views }) };
  const messages = terminalOf(host.stderr, host.env);
  const onAway = (why: string): void => messages.print(`Waiting for the log: ${why}`);
  const server = await openServer(host, { ...given, listen, onAway });
  messages.print(`Listening on ${server.url}; documentation at ${server.url}/docs`);
  await untilAborted(host.signal);
  await server.close();
}
