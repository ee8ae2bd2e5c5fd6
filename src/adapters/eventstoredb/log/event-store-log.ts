import {
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type Position,
} from '@eventstore/db-client';
import { logStream } from '../../../domain/shared/stream.js';
import { checkAppend } from '../../../ports/check-append.js';
import {
  type Append,
  type Appended,
  EventLog,
  LogAway,
  type LogBatch,
  type LogPlace,
  type StreamEvent,
  WrongRevision,
} from '../../../ports/event-log.js';
import { logOpened } from '../../shared/log-opened.js';
import type { Connection } from '../connection/connection.js';
import { settledSoon } from '../connection/settled-soon.js';
import { readEvents, ServerBehind } from '../connection/read-events.js';
import { Appending } from './appending.js';
import type { FeedSource } from './feed.js';
import { Feeds } from './feeds.js';
import { HeadCount } from './head-count.js';
import { checkOpened, noLog } from './log-opening.js';
import { Moves } from './moves.js';
import { positionIn, positionOf } from './position.js';
import { eventIdIn } from './stored-event.js';
import { Streams } from './streams.js';

/**
 * The log in the streams of an EventStoreDB whose names begin with the prefix. Several processes may append at once:
 * the server keeps the order, and each of them numbers it alike.
 */
export class EventStoreLog extends EventLog {
  private readonly moves: Moves;
  private readonly streams: Streams;
  private readonly appending: Appending;
  private readonly feeds: Feeds;
  private readonly heads: HeadCount;
  private readonly underWay = new Set<Promise<unknown>>();
  private opening: Promise<void> | undefined;
  private closing: Promise<void> | undefined;

  /** Connects on first use, and begins the log then where there is none, unless it must be there. */
  constructor(
    private readonly connection: Connection,
    private readonly prefix: string,
    private readonly mustExist = false,
  ) {
    super();
    connection.hold();
    this.moves = new Moves(prefix);
    this.streams = new Streams(connection, prefix, this.moves);
    this.appending = new Appending({ connection, prefix, moves: this.moves, streams: this.streams });
    const { moves, appending } = this;
    const source: FeedSource = { connection, prefix, moves, acknowledged: () => appending.acknowledged };
    this.feeds = new Feeds(source);
    this.heads = new HeadCount(source);
  }

  override async append(append: Append): Promise<Appended> {
    this.checkOpen();
    checkAppend(append);
    return this.finished(this.opened().then(() => this.add(append)));
  }

  override async readStream(stream: string, known?: number): Promise<readonly StreamEvent[]> {
    await this.ready();
    return this.streams.read(stream, known);
  }

  override async readAll(after: LogPlace, limit: number): Promise<LogBatch> {
    await this.ready();
    const batch = await this.feeds.take(after, limit);
    this.heads.learn(batch.place);
    return batch;
  }

  override async wake(after: LogPlace, signal: AbortSignal): Promise<void> {
    if (this.closing === undefined) await this.feeds.wait(after, signal);
  }

  override async holds(eventId: string, place: LogPlace): Promise<boolean> {
    await this.ready();
    const position = positionOf(place);
    if (position === null) return false;
    const found = await this.eventFrom(position);
    const holds = found !== undefined && positionIn(found).commit === position.commit;
    if (!holds || eventIdIn(found) !== eventId) return false;
    this.heads.learn(place);
    return true;
  }

  override async head(): Promise<LogPlace> {
    await this.ready();
    return this.heads.head();
  }

  override async extent(): Promise<number | null> {
    await this.ready();
    const last = await readEvents(this.connection, (client) =>
      client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }),
    );
    return this.heads.judge(last[0] && positionIn(last[0]));
  }

  override close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  /** There was one: a server without it is asked again, until it may be that it was lost. */
  private async eventFrom(position: Position): Promise<AllStreamResolvedEvent | undefined> {
    const open = (client: EventStoreDBClient) =>
      client.readAll({ direction: FORWARDS, fromPosition: position, maxCount: 1 });
    try {
      return (await readEvents(this.connection, open, 1))[0];
    } catch (error) {
      if (error instanceof LogAway && error.cause instanceof ServerBehind) return undefined;
      throw error;
    }
  }

  private async ready(): Promise<void> {
    this.checkOpen();
    await this.opened();
  }

  /** Many nodes may begin the same log at once: the server lets one of them. */
  private opened(): Promise<void> {
    this.opening ??= this.begin().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private async begin(): Promise<void> {
    try {
      const found = await this.streams.read(logStream);
      if (found.length === 0 && this.mustExist) throw noLog(this.prefix);
      if (found.length === 0) await this.appending.append(logOpened());
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
    }
    checkOpened(await this.streams.read(logStream));
    this.moves.learn(await this.streams.recorded(logStream));
  }

  private async add(append: Append): Promise<Appended> {
    const appended = await this.appending.append(append);
    if (append.stream === logStream) this.moves.learn(await this.streams.recorded(logStream));
    return appended;
  }

  private finished<T>(work: Promise<T>): Promise<T> {
    this.underWay.add(work);
    const leave = (): boolean => this.underWay.delete(work);
    void work.then(leave, leave);
    return work;
  }

  private async finish(): Promise<void> {
    await settledSoon(this.underWay);
    this.feeds.close();
    await this.connection.release();
  }

  private checkOpen(): void {
    if (this.closing !== undefined) throw new LogAway('the log is closed');
  }
}
