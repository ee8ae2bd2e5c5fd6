import { Connection } from '../../../src/adapters/eventstoredb/connection/connection.js';
import type { Timing } from '../../../src/adapters/eventstoredb/connection/timing.js';
import { EventStoreLog } from '../../../src/adapters/eventstoredb/log/event-store-log.js';
import { EventStoreTexts } from '../../../src/adapters/eventstoredb/texts/event-store-texts.js';
import { NoNotary } from '../../../src/adapters/system/no-notary.js';
import { openViews } from '../../../src/adapters/sqlite/views/open-views.js';
import type { Ports } from '../../../src/app.module.js';
import type { Clock } from '../../../src/ports/clock.js';

/** Where the log of one test is: a server, which others use too, and the prefix of the streams that are its own. */
export interface EventStoreSite {
  readonly url: string;
  readonly prefix: string;
  readonly timing?: Timing;
}

/** Ports as a node has them there, with views in this directory, or in memory. */
export function portsOn({ url, prefix, timing }: EventStoreSite, clock: Clock, views: string | null = null): Ports {
  const connection = new Connection(url, timing);
  const log = new EventStoreLog(connection, prefix);
  return {
    clock,
    log,
    texts: new EventStoreTexts(connection, prefix),
    notary: new NoNotary(),
    views: openViews(views),
  };
}
