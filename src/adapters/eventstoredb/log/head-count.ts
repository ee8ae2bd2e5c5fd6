import type { Position } from '@eventstore/db-client';
import { beginning, LogNotReadable, type LogPlace } from '../../../ports/event-log.js';
import { Feed, type FeedSource } from './feed.js';
import { positionOf } from './position.js';

const batchSize = 1_000;

/**
 * Where the log ends. The server numbers nothing across streams, so it is counted, from the furthest place that is
 * known, by a subscription of its own each time: it shows that the server answers, and what others wrote until then.
 */
export class HeadCount {
  private known: LogPlace = beginning;
  private counting: Promise<unknown> = Promise.resolve();
  private queued: Promise<LogPlace> | undefined;

  constructor(private readonly source: FeedSource) {}

  /** A place of this very log. */
  learn(place: LogPlace): void {
    if (place.sequence > this.known.sequence) this.known = place;
  }

  /** Whoever asks while one count is under way shares the next. */
  head(): Promise<LogPlace> {
    this.queued ??= this.next();
    return this.queued;
  }

  /** As many events for each byte up to the end of the store as up to the furthest place known; null while none is. */
  judge(end: Position | undefined): number | null {
    const { sequence } = this.known;
    const position = positionOf(this.known);
    if (position === null || position.commit === 0n) return null;
    const times = Number(end?.commit ?? position.commit) / Number(position.commit);
    return Math.round(sequence * Math.max(1, times));
  }

  private async next(): Promise<LogPlace> {
    await this.counting.catch(() => undefined);
    this.queued = undefined;
    const count = this.count();
    this.counting = count;
    return count;
  }

  private async count(): Promise<LogPlace> {
    const feed = new Feed(this.source, this.known);
    try {
      while ((await feed.take(batchSize)).events.length > 0) this.learn(feed.place);
      return feed.place;
    } catch (error) {
      if (error instanceof LogNotReadable && feed.isBlocked) return beyond(feed.place);
      throw error;
    } finally {
      feed.close();
    }
  }
}

/** There is more, though nobody can read it: whoever follows the log learns why. */
function beyond(place: LogPlace): LogPlace {
  return { ...place, sequence: place.sequence + 1 };
}
