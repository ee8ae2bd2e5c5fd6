import { Failure } from '../failure.js';
import type { Host } from '../host.js';
import type { Client, Query } from '../server/client.js';
import { cut } from '../terminal/fit.js';
import { type Terminal, terminalOf } from '../terminal/terminal.js';
import { boardLines } from './board-table.js';
import { endLines } from './end-lines.js';
import { eventLine } from './event-line.js';
import { hasKeys, type Keys } from './keyboard.js';
import { paced } from './paced.js';
import { printLines } from './print-lines.js';
import { replayFeed } from './replay-feed.js';
import type { ReplayOptions } from './replay-options.js';
import type { Told } from './told.js';
import { WatchedReplay } from './watched-replay.js';

/** A week in a second. */
const watchedSpeed = 604_800;

export interface Telling {
  readonly options: ReplayOptions;
  readonly query: Query;
}

/** Tells a replay as whoever looks at it can take it: a table that moves, lines, or the server's own. */
export async function tellReplay(host: Host, client: Client, telling: Telling): Promise<void> {
  const out = terminalOf(host.stdout, host.env);
  const isPlain = telling.options.json ?? telling.options.plain ?? !(out.isTerminal && out.colors.isColorSupported);
  if (!isPlain && hasKeys(host.stdin)) await watch(host, client, { ...telling, keys: host.stdin });
  else await print(host, client, telling);
}

async function print(host: Host, client: Client, { options, query }: Telling): Promise<void> {
  const out = terminalOf(host.stdout, host.env);
  const messages = terminalOf(host.stderr, host.env);
  const onCut = (): void => messages.print('The connection was cut; going on after the last event.');
  const feed = replayFeed(client, { query, signal: host.signal, onCut });
  const told = paced(feed, options.speed ?? Infinity, host.signal);
  await printLines(host.stdout, options.json ? sentLines(told) : plainLines(told, options, out.width));
}

async function* sentLines(feed: AsyncIterable<Told>): AsyncGenerator<string> {
  for await (const { line } of feed) yield line;
}

async function* plainLines(feed: AsyncIterable<Told>, options: ReplayOptions, width: number): AsyncGenerator<string> {
  for await (const told of feed) {
    if (told.type === 'stance') yield cut(eventLine(told.event), width);
    else yield* endLines(told.summary, options);
  }
}

/** The last table stays on the terminal. */
async function watch(
  host: Host,
  client: Client,
  { options, query, keys }: Telling & { readonly keys: Keys },
): Promise<void> {
  const { by = 'valid', speed = watchedSpeed } = options;
  const out = terminalOf(host.stdout, host.env);
  const watched = new WatchedReplay(host, { by, speed, keys });
  await watched.run((how) => replayFeed(client, { query, ...how }));
  const { live } = watched;
  if (live.last !== null)
    out.print(...boardLines(live.board, watched.size, out.colors), '', ...lastLines(live.last, options, out));
  if (live.left === 'interrupted') throw new Failure(1, 'Interrupted.');
}

function lastLines(last: Told, options: ReplayOptions, { colors }: Terminal): readonly string[] {
  if (last.type === 'summary') return endLines(last.summary, options);
  return [`Left after this event: ${eventLine(last.event)}`, colors.dim(`Go on: the same with --after ${last.id}`)];
}
