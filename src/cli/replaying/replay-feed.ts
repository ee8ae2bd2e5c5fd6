import { setTimeout as sleep } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { Failure } from '../failure.js';
import { accepted } from '../server/ask.js';
import type { Client, Query } from '../server/client.js';
import { linesOf } from '../server/lines-of.js';
import { type Told, toldIn } from './told.js';

const path = '/v1/replay';
const cutsMax = 5;
const firstPauseMs = 250;

export interface FeedOptions {
  readonly query: Query;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** The connection was cut; it goes on after a pause. */
  readonly onCut: () => void;
}

/**
 * A replay from its server, read as fast as it is taken: the server waits for who does not. Where the connection is cut
 * it goes on after the last line that came, up to five times in a row without one.
 * @throws Failure 1 or 2 where the server refuses, 3 where it cannot be reached or the connection keeps being cut
 */
export async function* replayFeed(client: Client, options: FeedOptions): AsyncGenerator<Told> {
  let last: Told | null = null;
  for (let cuts = 0; cuts <= cutsMax; cuts++) {
    if (cuts > 0) await sleep(firstPauseMs * 2 ** (cuts - 1), undefined, { signal: options.signal });
    const { told, isEnd }: Passage = yield* passage(client, options, last);
    if (isEnd) return;
    if (told !== null) [last, cuts] = [told, 0];
    options.onCut();
  }
  const goOn = last === null ? '' : ` The same with --after ${last.id} goes on where it ended.`;
  throw new Failure(3, `${client.url} cuts the replay off again and again.${goOn}`);
}

/** What came over one connection. */
interface Passage {
  readonly told: Told | null;
  /** Whether nothing is to come any more. */
  readonly isEnd: boolean;
}

/** What one connection brings after the last line that came. */
async function* passage(
  client: Client,
  { query, signal }: FeedOptions,
  last: Told | null,
): AsyncGenerator<Told, Passage> {
  const call = { method: 'GET', path, signal, isLong: true } as const;
  const answer = await client.send({ ...call, query: { ...query, after: last?.id ?? query['after'] } });
  const { body } = await accepted(client, path, answer);
  if (body === null) return { told: null, isEnd: true };
  const told: Told | null = yield* untilCut(linesOf(body), signal);
  return { told, isEnd: told?.type === 'summary' };
}

/** What came whole, to the summary; gives its last. Without a summary it was cut, whatever the connection says. */
async function* untilCut(lines: AsyncGenerator<string>, signal: AbortSignal): AsyncGenerator<Told, Told | null> {
  let last: Told | null = null;
  const next = async (): Promise<string | null> => (last?.type === 'summary' ? null : unlessCut(lines.next(), signal));
  try {
    for (let line = await next(); line !== null; line = await next()) {
      last = toldIn(line);
      yield last;
    }
    return last;
  } finally {
    await lines.return(undefined);
  }
}

async function unlessCut(next: Promise<IteratorResult<string>>, signal: AbortSignal): Promise<string | null> {
  try {
    const line = await next;
    return line.done ? null : line.value;
  } catch (error) {
    if (signal.aborted || !isNativeError(error)) throw error;
    return null;
  }
}
