import type { AppendResult, EventStoreDBClient } from '@eventstore/db-client';
import { NO_STREAM } from '@eventstore/db-client';
import { earlierAppend } from '../../../ports/earlier-append.js';
import {
  type Append,
  type Appended,
  type EventIdInUse,
  type Expected,
  type StreamEvent,
  WrongRevision,
} from '../../../ports/event-log.js';
import type { Connection } from '../connection/connection.js';
import { meaningOf } from '../connection/failure.js';
import type { Moves } from './moves.js';
import { eventToStore } from './stored-event.js';
import { deleted, type Streams } from './streams.js';

interface AppendingSite {
  readonly connection: Connection;
  readonly prefix: string;
  readonly streams: Streams;
  readonly moves: Moves;
}

/** What is known of an append that is under way. */
interface Attempt {
  readonly append: Append;
  stream: readonly StreamEvent[];
  /** Whether the stream was read since the append was asked for. */
  isFresh: boolean;
  /** How often it was sent: after more than once it may be our own that is found. */
  sent: number;
}

/**
 * Appends at an exact revision, whatever the caller expects: only there does the server reliably know a repeat, so that
 * the same may be sent again when nobody knows what became of it. Appends to one stream go one after the other.
 */
export class Appending {
  private readonly last = new Map<string, Promise<unknown>>();
  private commit = -1n;

  constructor(private readonly site: AppendingSite) {}

  /** Commit position of the furthest append that was acknowledged. */
  get acknowledged(): bigint {
    return this.commit;
  }

  append(append: Append): Promise<Appended> {
    const before = this.last.get(append.stream) ?? Promise.resolve();
    const appending = before.catch(() => undefined).then(() => this.write(append));
    this.last.set(append.stream, appending);
    void appending
      .catch(() => undefined)
      .then(() => {
        if (this.last.get(append.stream) === appending) this.last.delete(append.stream);
      });
    return appending;
  }

  private async write(append: Append): Promise<Appended> {
    const { streams } = this.site;
    const seen = append.expected === 'new-stream' ? [] : streams.lastSeen(append.stream);
    const stream = seen ?? (await streams.read(append.stream));
    const attempt: Attempt = { append, stream, isFresh: seen === undefined, sent: 0 };
    for (;;) {
      const settled = earlier(attempt) ?? (await this.attempted(attempt));
      if (settled !== undefined) return settled;
      if (attempt.isFresh && !meets(attempt)) throw new WrongRevision(append.stream, attempt.stream.length - 1);
      attempt.stream = await streams.read(append.stream);
      attempt.isFresh = true;
    }
  }

  /** Undefined when the stream is not, or no longer, as it has to be. */
  private async attempted(attempt: Attempt): Promise<Appended | undefined> {
    this.site.moves.assertOpen();
    if (!meets(attempt)) return undefined;
    try {
      return await this.send(attempt);
    } catch (error) {
      const { stream } = attempt.append;
      this.site.streams.forget(stream);
      if (meaningOf(error) === 'wrong-revision') return undefined;
      throw meaningOf(error) === 'deleted' ? deleted(this.site.prefix + stream, error) : error;
    }
  }

  private async send(attempt: Attempt): Promise<Appended> {
    const { append, stream } = attempt;
    const { connection, streams, moves } = this.site;
    const before = this.commit;
    const { position } = await connection.appends.run(() =>
      connection.persist((client) => {
        attempt.sent += 1;
        return this.call(client, attempt);
      }),
    );
    const commit = position?.commit ?? -1n;
    moves.assertOpen(commit);
    if (commit > this.commit) this.commit = commit;
    streams.follow(stream, append);
    // An append that stands before one acknowledged earlier was not written now: another node had done it.
    const repeated = attempt.sent === 1 && commit <= before;
    return { revision: stream.length + append.events.length - 1, repeated };
  }

  private call(client: EventStoreDBClient, { append, stream }: Attempt): Promise<AppendResult> {
    const expectedRevision = stream.length === 0 ? NO_STREAM : BigInt(stream.length - 1);
    const events = append.events.map((event) => eventToStore(append, event));
    const { call } = this.site.connection.timing;
    return client.appendToStream(this.site.prefix + append.stream, events, {
      expectedRevision,
      deadline: call,
      requiresLeader: true,
    });
  }
}

/** The first result of this very append. @throws EventIdInUse */
function earlier({ append, stream, sent }: Attempt): Appended | undefined {
  const found: Appended | EventIdInUse | undefined = earlierAppend(append, (id) =>
    stream.find((event) => event.id === id),
  );
  if (found instanceof Error) throw found;
  return found && { ...found, repeated: sent === 0 };
}

function meets({ append, stream }: Attempt): boolean {
  return isMet(append.expected, stream.length - 1);
}

function isMet(expected: Expected, revision: number): boolean {
  if (expected === 'any') return true;
  return typeof expected === 'string' ? revision === -1 : revision >= 0 && revision === expected;
}
