import type { AllStreamResolvedEvent, EventStoreDBClient, ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import type { Connection } from './connection.js';
import { meaningOf } from './failure.js';

/** Whoever answers knows less than this process has seen. */
export class ServerBehind extends Error {
  override readonly name = 'ServerBehind';
  constructor() {
    super('the server knows less than was seen before');
  }
}

/**
 * Reads to the end. An abandoned read would go on in the server: it is cancelled. Fewer events than there are for
 * certain (`known`) are no answer, and it is asked again: so a leader speaks that was cut off from the others, and for
 * a second or two after does not know that they have chosen another.
 */
export function readEvents<E extends ResolvedEvent | AllStreamResolvedEvent>(
  connection: Connection,
  open: (client: EventStoreDBClient) => StreamingRead<E>,
  known = 0,
): Promise<readonly E[]> {
  return connection.persist(async (client, ended, heard) => {
    const reading = open(client);
    // Without a listener an error that comes late, when nobody reads any more, would end the process.
    reading.on('error', () => undefined);
    ended.addEventListener('abort', () => void reading.cancel().catch(() => undefined));
    const events: E[] = [];
    try {
      for await (const event of reading) {
        events.push(event);
        heard();
      }
    } catch (error) {
      if (known === 0 || meaningOf(error) !== 'no-stream') throw error;
    }
    // A cancelled read ends as one does that has come to its end.
    if (ended.aborted) throw new Error('the read was cancelled');
    if (events.length < known) throw new ServerBehind();
    return events;
  });
}
