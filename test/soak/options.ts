import { parseArgs } from 'node:util';

export interface SoakOptions {
  readonly seconds: number;
  /** Between the beginnings of two faults. */
  readonly everySeconds: number;
  /** The server; null: the stand-in, in this process. */
  readonly url: string | null;
  /** What does the next fault to the server when it is called with `next`. */
  readonly faults: string | null;
}

export const help = `Usage: npm run soak -- [options]

Two nodes on one EventStoreDB, eight writers on each, and the server failing all the time. In the end every acknowledged
event must be in the log exactly once, and both nodes and a new one must give the same answers to the byte.

  --seconds N       how long to write (default 60)
  --every N         seconds from one fault to the next (default 5 on the stand-in, 20 on a server)
  --url esdb://…    the server, under a stream prefix of its own; else the stand-in of the tests
  --faults COMMAND  with --url: run with the argument 'next' for each fault; ends when the server is whole again, and
                    its last line says what it did
  --help            shows this

Exits with 0 when all of that held, 1 when it did not, 2 when it was not asked rightly.

  npm run soak
  npm run soak -- --seconds 300 --every 7
  npm run soak -- --seconds 300 --url 'esdb://admin:changeit@localhost:2111,localhost:2112?tls=true' --faults ./hurt.sh
`;

const options = {
  seconds: { type: 'string', default: '60' },
  every: { type: 'string' },
  url: { type: 'string' },
  faults: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** What the command line asks for; null when it asks for help. @throws TypeError, RangeError */
export function optionsOf(args: readonly string[]): SoakOptions | null {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) return null;
  const { seconds, url = null, faults = null } = values;
  if ((url === null) !== (faults === null)) throw new RangeError('--url and --faults go together');
  const every = values.every ?? (url === null ? '5' : '20');
  return { seconds: secondsOf('--seconds', seconds), everySeconds: secondsOf('--every', every), url, faults };
}

function secondsOf(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new RangeError(`${name} takes whole seconds, at least 1, not ${text}`);
}
