import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import type { EventStoreSite } from '../support/eventstoredb/site.js';

const url = process.env['ESDB_URL'] ?? '';
const deletion = '$streamDeleted';

/** The server that ESDB_URL names: each log under a prefix of its own, and all that was written there is tombstoned. */
export class Server {
  private readonly run = `test-${crypto.randomUUID().slice(0, 8)}-`;
  private logs = 0;

  static forThisFile(): Server {
    const server = new Server();
    afterAll(() => server.tombstone(), 300_000);
    return server;
  }

  newSite(): EventStoreSite {
    this.logs += 1;
    return { url, prefix: `${this.run}${String(this.logs)}.` };
  }

  private async tombstone(): Promise<void> {
    const client = EventStoreDBClient.connectionString(url);
    const streams = [...(await this.written(client))];
    const several = 50;
    for (let first = 0; first < streams.length; first += several) {
      await Promise.all(streams.slice(first, first + several).map((stream) => client.tombstoneStream(stream)));
    }
    await client.dispose();
  }

  /** The streams of this run that are there; of those deleted nothing more is to be done. */
  private async written(client: EventStoreDBClient): Promise<ReadonlySet<string>> {
    const filter = streamNameFilter({ prefixes: [this.run, `text:${this.run}`] });
    const subscription = client.subscribeToAll({ fromPosition: START, filter });
    const caughtUp = new Promise((resolve) => subscription.once('caughtUp', resolve));
    const streams = new Set<string>();
    subscription.on('data', ({ event }) => {
      if (event === undefined) return;
      if (event.type === deletion) streams.delete(event.streamId);
      else streams.add(event.streamId);
    });
    await caughtUp;
    // What came before the server said so has been read once the reader is asked for more in vain.
    while (subscription.readableLength > 0) await new Promise((resolve) => setImmediate(resolve));
    await subscription.unsubscribe();
    return streams;
  }
}
