import type { AllStreamResolvedEvent, Position, RecordedEvent } from '@eventstore/db-client';
import type { LogBatch, LogEvent, LogPlace } from '../../../ports/event-log.js';
import { away, type Connection, denied } from '../connection/connection.js';
import { meaningOf } from '../connection/failure.js';
import { pauseBefore } from '../connection/timing.js';
import type { Moves } from './moves.js';
import { checkStreamKept, filterPrefixes, isAboutStream } from './our-streams.js';
import { positionIn, positionOf, positionText } from './position.js';
import { Pulse } from './pulse.js';
import { placed, storedEvent } from './stored-event.js';
import { Tail } from './tail.js';

/** What every feed of a log is of. */
export interface FeedSource {
  readonly connection: Connection;
  readonly prefix: string;
  readonly moves: Moves;
  /** Commit position of the last append that was acknowledged here: a reader does not stop before it. */
  acknowledged(): bigint;
}

/**
 * The log from a place on, numbered: it follows the server for as long as it is open, whatever becomes of one
 * subscription or another. Each goes on after the last event that was taken, or where the server had looked and found
 * nothing for us; what waited in a lost one's buffer comes again.
 */
export class Feed {
  isBusy = false;
  /** Whether what follows this place cannot be read by anybody. */
  isBlocked = false;
  lastUse = performance.now();
  private tail: Tail | undefined;
  /** The log cannot be followed beyond this place, and trying again would not help. */
  private fault: Error | undefined;
  private why: unknown = new Error('the server does not answer');
  private seen: Position | null;
  private attempts = 0;
  private isClosed = false;
  private retry: NodeJS.Timeout | undefined;
  private readonly pulse = new Pulse();
  private readonly watch: NodeJS.Timeout;

  constructor(
    private readonly source: FeedSource,
    private current: LogPlace,
  ) {
    this.seen = positionOf(current);
    const { silence } = source.connection.timing;
    this.watch = setInterval(() => this.look(), silence / 4).unref();
    this.connect();
  }

  get place(): LogPlace {
    return this.current;
  }

  /** Up to so many events, fewer only where the log ends. @throws LogAway, LogNotReadable */
  async take(limit: number): Promise<LogBatch> {
    const events: LogEvent[] = [];
    const start = performance.now();
    this.isBusy = true;
    try {
      while (!this.isDone(events, limit)) await this.pulse.next(this.patienceSince(start));
    } catch (error) {
      // What was taken is handed out, and only who asks for more is told.
      if (events.length === 0) throw error;
    } finally {
      this.isBusy = false;
      this.lastUse = performance.now();
    }
    return { events, place: this.current };
  }

  /** Resolves when there may be more, when the signal aborts, or when it is worth asking what went wrong. */
  async wait(signal: AbortSignal): Promise<void> {
    this.lastUse = performance.now();
    while (!this.mayHaveMore() && !signal.aborted) await this.pulse.next(Infinity, signal);
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.watch);
    clearTimeout(this.retry);
    this.tail?.close();
    this.tail = undefined;
    this.pulse.beat();
  }

  private mayHaveMore(): boolean {
    return this.isClosed || this.fault !== undefined || this.tail === undefined || this.tail.hasEvents;
  }

  /** Takes what is there; true when the batch is whole. */
  private isDone(events: LogEvent[], limit: number): boolean {
    if (this.isClosed) throw away(new Error('the log is closed'));
    while (events.length < limit) {
      const next = this.tail?.take();
      if (next === undefined) break;
      this.accept(next, events);
    }
    if (this.fault !== undefined) throw this.fault;
    return events.length >= limit || this.isAtEnd();
  }

  private isAtEnd(): boolean {
    if (this.tail?.isCaughtUp !== true) return false;
    const { seen } = this.tail;
    if (commitOf(seen) > commitOf(this.seen)) this.seen = seen;
    return this.source.acknowledged() <= commitOf(this.seen);
  }

  private accept(next: AllStreamResolvedEvent, events: LogEvent[]): void {
    const { event } = next;
    if (event === undefined) return;
    try {
      const position = positionIn(next);
      if (isAboutStream(event)) checkStreamKept(event);
      else if (!this.source.moves.isBeyond(position.commit)) events.push(this.number(event, position));
      this.seen = position;
    } catch (error) {
      this.isBlocked = true;
      this.stop(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private number(event: RecordedEvent, position: Position): LogEvent {
    const { prefix, moves } = this.source;
    const stored = storedEvent(event, prefix);
    const sequence = this.current.sequence + 1;
    const time = moves.timeOf(event, stored, sequence);
    const recordedAt = Math.max(time, this.current.recordedAt ?? -Infinity);
    moves.notice(stored, event, sequence);
    this.current = { sequence, recordedAt, position: positionText(position) };
    return placed(stored, sequence, recordedAt);
  }

  /** @throws LogAway when the server has not been heard of for too long */
  private patienceSince(start: number): number {
    const { patience } = this.source.connection.timing;
    const left = patience - (performance.now() - Math.max(start, this.tail?.lastSign ?? 0));
    if (left <= 0) throw away(this.why);
    return left;
  }

  private connect(): void {
    const { connection, prefix } = this.source;
    const tail = new Tail({
      current: connection.current(),
      after: this.seen,
      prefixes: filterPrefixes(prefix),
      onSign: () => this.notice(tail),
    });
    this.tail = tail;
    this.pulse.beat();
  }

  private notice(tail: Tail): void {
    if (tail !== this.tail) return;
    if (tail.failure !== undefined) this.lose(tail.failure);
    else {
      this.attempts = 0;
      this.source.connection.heard(tail.client);
    }
    this.pulse.beat();
  }

  private lose(why: unknown): void {
    const { tail, source } = this;
    tail?.close();
    this.tail = undefined;
    this.why = why;
    if (meaningOf(why) === 'denied') {
      this.stop(denied(why));
      return;
    }
    if (tail !== undefined) source.connection.doubt(tail.client);
    this.retry = setTimeout(() => this.connect(), pauseBefore(this.attempts, source.connection.timing)).unref();
    this.attempts += 1;
  }

  /** A subscription may die without a word, and a frozen server says nothing either: after a silence, try anew. */
  private look(): void {
    const { tail } = this;
    if (tail === undefined || tail.hasEvents) return;
    const { silence } = this.source.connection.timing;
    if (performance.now() - tail.lastSign < silence) return;
    this.lose(new Error(`no sign of life for ${String(silence)} ms`));
    this.pulse.beat();
  }

  private stop(fault: Error): void {
    this.fault = fault;
    this.tail?.close();
    this.tail = undefined;
  }
}

function commitOf(position: Position | null): bigint {
  return position?.commit ?? -1n;
}
