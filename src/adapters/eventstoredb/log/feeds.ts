import type { LogBatch, LogPlace } from '../../../ports/event-log.js';
import { Feed, type FeedSource } from './feed.js';

const feedsMax = 3;

/**
 * A reader goes on where it stopped, batch after batch: the subscription that it reads from stays open at that place,
 * for a few readers at once.
 */
export class Feeds {
  private feeds: readonly Feed[] = [];

  constructor(private readonly source: FeedSource) {}

  take(after: LogPlace, limit: number): Promise<LogBatch> {
    return this.at(after).take(limit);
  }

  wait(after: LogPlace, signal: AbortSignal): Promise<void> {
    return this.at(after).wait(signal);
  }

  close(): void {
    this.feeds.forEach((feed) => feed.close());
    this.feeds = [];
  }

  private at(after: LogPlace): Feed {
    const there = this.feeds.find(({ place, isBusy }) => !isBusy && isSame(place, after));
    if (there !== undefined) return there;
    this.makeRoom();
    const feed = new Feed(this.source, after);
    this.feeds = [...this.feeds, feed];
    return feed;
  }

  private makeRoom(): void {
    if (this.feeds.length < feedsMax) return;
    const idle = this.feeds.filter(({ isBusy }) => !isBusy).toSorted((a, b) => a.lastUse - b.lastUse);
    const oldest = idle[0];
    oldest?.close();
    this.feeds = this.feeds.filter((feed) => feed !== oldest);
  }
}

function isSame(a: LogPlace, b: LogPlace): boolean {
  return a.sequence === b.sequence && a.position === b.position && a.recordedAt === b.recordedAt;
}
