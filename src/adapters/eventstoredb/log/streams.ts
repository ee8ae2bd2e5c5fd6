import type { EventStoreDBClient, RecordedEvent } from '@eventstore/db-client';
import { LRUCache } from 'lru-cache';
import { type Append, LogNotReadable, type StreamEvent } from '../../../ports/event-log.js';
import type { Connection } from '../connection/connection.js';
import { meaningOf } from '../connection/failure.js';
import { readEvents } from '../connection/read-events.js';
import type { Moves } from './moves.js';
import { storedEvent } from './stored-event.js';

const rememberedBytes = 16_777_216;
const eventBytes = 500;

/**
 * The log's streams, read whole, and remembered as they were last seen: whoever appends has just read the stream. That
 * others have written to it since shows when the server refuses the append.
 */
export class Streams {
  private readonly remembered = new LRUCache<string, readonly StreamEvent[]>({
    maxSize: rememberedBytes,
    sizeCalculation: (events) => 1 + events.reduce((sum, { data }) => sum + data.length + eventBytes, 0),
  });

  constructor(
    private readonly connection: Connection,
    private readonly prefix: string,
    private readonly moves: Moves,
  ) {}

  /** Every event of it, empty when there is none; at least the `known` ones. @throws LogAway, LogNotReadable */
  async read(stream: string, known = 0): Promise<readonly StreamEvent[]> {
    const recorded = await this.recorded(stream, known);
    const within = recorded.filter(({ position }) => position === undefined || !this.moves.isBeyond(position.commit));
    const events = within.map((event) => storedEvent(event, this.prefix));
    this.remembered.set(stream, events);
    return events;
  }

  /** As the server has it, beyond the end of the log too. @throws LogAway, LogNotReadable */
  async recorded(stream: string, known = 0): Promise<readonly RecordedEvent[]> {
    const recorded = await this.stored(stream, known);
    if (recorded.every(({ revision }, index) => revision === BigInt(index))) return recorded;
    throw new LogNotReadable(`the stream ${this.prefix}${stream} has lost events`);
  }

  /** Of a sealed log nothing is remembered: what was appended too late is no part of it. */
  lastSeen(stream: string): readonly StreamEvent[] | undefined {
    return this.moves.isSealed ? undefined : this.remembered.get(stream);
  }

  /** What was appended after what was seen. */
  follow(seen: readonly StreamEvent[], append: Append): void {
    const { events, expected: _, ...envelope } = append;
    const added = events.map((event, index) => ({ ...envelope, ...event, revision: seen.length + index }));
    this.remembered.set(append.stream, [...seen, ...added]);
  }

  forget(stream: string): void {
    this.remembered.delete(stream);
  }

  private async stored(stream: string, known: number): Promise<readonly RecordedEvent[]> {
    const name = this.prefix + stream;
    try {
      const open = (client: EventStoreDBClient) => client.readStream(name, { requiresLeader: true });
      const read = await readEvents(this.connection, open, known);
      return read.flatMap(({ event }) => event ?? []);
    } catch (error) {
      const meaning = meaningOf(error);
      if (meaning === 'no-stream') return [];
      throw meaning === 'deleted' ? deleted(name, error) : error;
    }
  }
}

export function deleted(stream: string, cause: unknown): LogNotReadable {
  return new LogNotReadable(`the stream ${stream} was deleted`, { cause });
}
