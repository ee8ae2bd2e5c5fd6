import { EventStoreDBClient } from '@eventstore/db-client';
import { LogNotReadable } from '../../../ports/event-log.js';
import { reasonOf } from './failure.js';

/**
 * A client that appends with one call each, which has a deadline of its own. Left to itself the client would first ask
 * what the server can, without a deadline and remembering a failure for good, and then share one stream among all
 * appends: there an append never ends while the server is silent, and a failure of one stream takes the appends of
 * another with it, whose late answers then end the process.
 */
export function openClient(connectionString: string): EventStoreDBClient {
  try {
    const client = EventStoreDBClient.connectionString(connectionString);
    Object.defineProperty(client, 'supports', { value: () => Promise.resolve(false) });
    return client;
  } catch (error) {
    throw new LogNotReadable(`EventStoreDB: ${reasonOf(error)}`, { cause: error });
  }
}

/** Ends its calls, and its connection too, which disposing leaves open and a next client would take over. */
export async function closeClient(client: EventStoreDBClient): Promise<void> {
  const channel = currentChannel(client);
  await client.dispose();
  await channel.then(
    (open) => open.close(),
    () => undefined,
  );
}

interface Channel {
  close(): void;
}

async function currentChannel(client: EventStoreDBClient): Promise<Channel> {
  const getChannel: unknown = Reflect.get(client, 'getChannel');
  if (typeof getChannel !== 'function') return { close: () => undefined };
  return (await getChannel.call(client)) as Channel; // protected by the client, and nowhere else to be had
}
