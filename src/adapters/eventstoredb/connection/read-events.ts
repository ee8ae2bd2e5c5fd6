import type { AllStreamResolvedEvent, EventStoreDBClient, ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import type { Connection } from './connection.js';

/** Reads to the end. An abandoned read would go on in the server: it is cancelled. */
export function readEvents<E extends ResolvedEvent | AllStreamResolvedEvent>(
  connection: Connection,
  open: (client: EventStoreDBClient) => StreamingRead<E>,
): Promise<readonly E[]> {
  return connection.persist(async (client, ended, heard) => {
    const reading = open(client);
    // Without a listener an error that comes late, when nobody reads any more, would end the process.
    reading.on('error', () => undefined);
    ended.addEventListener('abort', () => void reading.cancel().catch(() => undefined));
    const events: E[] = [];
    for await (const event of reading) {
      events.push(event);
      heard();
    }
    // A cancelled read ends as one does that has come to its end.
    if (ended.aborted) throw new Error('the read was cancelled');
    return events;
  });
}
