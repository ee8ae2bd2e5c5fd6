import { EventStoreDBClient } from '@eventstore/db-client';
import { LogNotReadable } from '../../../ports/event-log.js';
import { toDiscoverSoon } from './connection-string.js';
import { reasonOf } from './failure.js';

/**
 * A client that appends with one call each, which has a deadline of its own. Left to itself the client would first ask
 * what the server can, without a deadline and remembering a failure for good, and then share one stream among all
 * appends: there an append never ends while the server is silent, and a failure of one stream takes the appends of
 * another with it, whose late answers then end the process.
 */
export function openClient(connectionString: string): EventStoreDBClient {
  try {
    const client = EventStoreDBClient.connectionString(toDiscoverSoon(connectionString));
    Object.defineProperty(client, 'supports', { value: () => Promise.resolve(false) });
    makeCallsOnOpenChannels(client);
    outliveFailures(client);
    return client;
  } catch (error) {
    throw new LogNotReadable(`EventStoreDB: ${reasonOf(error)}`, { cause: error });
  }
}

/** The state of a channel that was closed: `connectivityState.SHUTDOWN` of gRPC. */
const shutDown = 4;

interface Calls {
  getChannel(): { getConnectivityState(tryToConnect: boolean): number };
}

type Action = (calls: Calls) => Promise<unknown>;
type Execute = (service: unknown, name: string, action: Action) => Promise<unknown>;

/**
 * Between finding its channel and calling on it the client lets others run, who may close that channel. What is thrown
 * then, it throws in a promise that nobody holds: the append would never end, and the process would.
 */
function makeCallsOnOpenChannels(client: EventStoreDBClient): void {
  const execute = Reflect.get(client, 'execute') as Execute; // protected by the client, and nowhere else to be had
  const executeOnOpen: Execute = (service, name, action) =>
    execute(service, name, (calls) => {
      if (calls.getChannel().getConnectivityState(false) !== shutDown) return action(calls);
      throw new Error('the connection was closed');
    });
  Object.defineProperty(client, 'execute', { value: executeOnOpen });
}

type HandleError = (calls: Calls, error: unknown) => Promise<void>;

/**
 * After each failure the client asks, and nobody waits for the answer, whether it has another channel by now: where it
 * looks for one in a cluster and finds none, that would end the process, though whoever called is told anyway.
 */
function outliveFailures(client: EventStoreDBClient): void {
  const handleError = Reflect.get(client, 'handleError') as HandleError; // protected, and nowhere else to be had
  const handleQuietly: HandleError = (calls, error) => handleError(calls, error).catch(() => undefined);
  Object.defineProperty(client, 'handleError', { value: handleQuietly });
}

/** Ends its calls, and its connection too, which disposing leaves open and a next client would take over. */
export async function closeClient(client: EventStoreDBClient): Promise<void> {
  // A client without a channel looks for one to close: that it finds none must be heard from the beginning.
  const channel = currentChannel(client).catch(() => undefined);
  await client.dispose();
  (await channel)?.close();
}

interface Channel {
  close(): void;
}

async function currentChannel(client: EventStoreDBClient): Promise<Channel> {
  const getChannel: unknown = Reflect.get(client, 'getChannel');
  if (typeof getChannel !== 'function') return { close: () => undefined };
  return (await getChannel.call(client)) as Channel; // protected by the client, and nowhere else to be had
}
