import type { Feed, FeedPage } from '../../application/feeding/feed.js';
import { feedIdOf } from '../../application/feeding/feed-place.js';
import type { OpenedFeed } from '../../application/feeding/open-feed.js';
import type { ClientStream } from './client-stream.js';
import type { StreamFormat } from './stream-format.js';

type FeedPlace = OpenedFeed['begin'];

/** Writes a feed to a client for as long as it stays. */
export class FeedStream {
  private writtenAt = 0;

  constructor(
    private readonly feed: Feed,
    private readonly client: ClientStream,
    private readonly format: StreamFormat,
  ) {}

  async run(begin: FeedPlace): Promise<void> {
    // Who is cut off before the first event must know, too, where to go on.
    await this.mark(begin);
    let place = begin;
    while (await this.client.ready()) {
      const page = await this.feed.after(place);
      if (page) place = await this.tell(page);
      else if (!(await this.feed.grown(place, this.client.heartbeatMs, this.client.signal))) await this.mark(place);
    }
    this.client.end();
  }

  /** All of the page: what the client does not take at once is waited for, and it is one page at the most. */
  private async tell({ told, place }: FeedPage): Promise<FeedPlace> {
    const text = told.map((event) => this.format.write({ type: event.type, id: event.id, view: event })).join('');
    if (text !== '') await this.write(text);
    else if (performance.now() - this.writtenAt > this.client.heartbeatMs) await this.mark(place);
    return place;
  }

  /** A sign of life that says where the client is, past all that was not for it. */
  private async mark(place: FeedPlace): Promise<void> {
    const mark = this.format.mark(feedIdOf(place));
    if (mark !== null) await this.write(mark);
  }

  private async write(text: string): Promise<void> {
    this.writtenAt = performance.now();
    await this.client.write(text);
  }
}
