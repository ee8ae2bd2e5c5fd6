import { type EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { closeClient, openClient } from '../../../src/adapters/eventstoredb/connection/client.js';
import { unavailable } from '../../support/eventstoredb/faults.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';

const logs = TestLogs.forEachTest();

function appendTo(client: EventStoreDBClient): Promise<unknown> {
  return client.appendToStream('any', [jsonEvent({ type: 'Any', data: {} })], { expectedRevision: NO_STREAM });
}

describe('a client', () => {
  it('that is closed refuses an append that it was about to send', async () => {
    const client = openClient(logs.standIn.url);
    const refused = expect(appendTo(client)).rejects.toThrow('the connection was closed');
    await closeClient(client);
    await refused;
    expect(logs.standIn.calls.get('append')).toBeUndefined();
  });

  it('that finds no server of its cluster is not ended by a call that fails meanwhile', async () => {
    const nobody = '127.0.0.1:1';
    const client = openClient(`esdb://${nobody},${nobody}?tls=false&maxDiscoverAttempts=1&discoveryInterval=1`);
    const refused = expect(appendTo(client)).rejects.toThrow('Failed to discover');
    const handleError = Reflect.get(client, 'handleError') as (calls: unknown, error: unknown) => Promise<void>;
    const failing = handleError({ getChannel: () => undefined }, Object.assign(new Error(), unavailable));
    await expect(failing).resolves.toBeUndefined();
    await refused;
    await expect(closeClient(client)).resolves.toBeUndefined();
  });
});
