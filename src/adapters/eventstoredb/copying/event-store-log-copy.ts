import { type AppendToStreamOptions, NO_STREAM } from '@eventstore/db-client';
import { logStream } from '../../../domain/shared/stream.js';
import { type Append, type LogBatch, type LogEvent, LogNotReadable, type LogPlace } from '../../../ports/event-log.js';
import { LogCopy } from '../../../ports/log-copy.js';
import type { Connection } from '../connection/connection.js';
import { meaningOf } from '../connection/failure.js';
import { Appending } from '../log/appending.js';
import { Feeds } from '../log/feeds.js';
import { Moves } from '../log/moves.js';
import { copyToStore } from '../log/stored-event.js';
import { Streams } from '../log/streams.js';
import { EventStoreTexts } from '../texts/event-store-texts.js';
import { appendsOf } from './appends-of.js';

/**
 * A copy in the streams of an EventStoreDB. Every copied event bears the mark of one, its time: until `LogCopied`
 * follows, nobody can open it as a log. The server's one order must be that of the log, and it orders what it gets at
 * once as it likes: so one append follows the other.
 */
export class EventStoreLogCopy extends LogCopy {
  override readonly texts: EventStoreTexts;
  private readonly feeds: Feeds;
  private readonly appending: Appending;
  private added = -1n;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly site: { readonly connection: Connection; readonly prefix: string; readonly moves: Moves },
    streams: Streams,
    override readonly isFinished: boolean,
  ) {
    super();
    const { connection, prefix } = site;
    this.texts = new EventStoreTexts(connection, prefix);
    this.feeds = new Feeds({ ...site, acknowledged: () => this.added });
    this.appending = new Appending({ ...site, streams });
  }

  /** Begins a copy, goes on with one, or finds that there is a log. @throws LogNotReadable, LogAway */
  static async open(connection: Connection, prefix: string): Promise<EventStoreLogCopy> {
    const moves = new Moves(prefix);
    const streams = new Streams(connection, prefix, moves);
    connection.hold();
    try {
      const found = await streams.recorded(logStream);
      return new EventStoreLogCopy({ connection, prefix, moves }, streams, moves.learnOfCopy(found));
    } catch (error) {
      await connection.release();
      throw error;
    }
  }

  override get where(): string {
    const { connection, prefix } = this.site;
    return `${connection.address.hosts.map(({ address, port }) => `${address}:${String(port)}`).join(',')}/${prefix}`;
  }

  override readAll(after: LogPlace, limit: number): Promise<LogBatch> {
    return this.feeds.take(after, limit);
  }

  override async add(events: readonly LogEvent[]): Promise<void> {
    for (const append of appendsOf(events)) await this.append(append);
  }

  override async finish(ending: Append): Promise<void> {
    await this.appending.append(ending);
    await this.close();
  }

  override close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  /** Events of one stream, at the revisions that they have in the log: a repeat changes nothing. */
  private async append([first, ...more]: readonly [LogEvent, ...LogEvent[]]): Promise<void> {
    const { connection, prefix } = this.site;
    const { call } = connection.timing;
    const expectedRevision = first.revision === 0 ? NO_STREAM : BigInt(first.revision - 1);
    const events = [first, ...more].map(copyToStore);
    const options: AppendToStreamOptions = { expectedRevision, deadline: call, requiresLeader: true };
    try {
      const { position } = await connection.persist((client) =>
        client.appendToStream(prefix + first.stream, events, options),
      );
      this.added = position?.commit ?? this.added;
    } catch (error) {
      if (!['wrong-revision', 'deleted'].includes(meaningOf(error))) throw error;
      throw new LogNotReadable(`somebody else wrote to the stream ${prefix}${first.stream}`, { cause: error });
    }
  }

  private async end(): Promise<void> {
    this.feeds.close();
    await this.texts.close();
    await this.site.connection.release();
  }
}
