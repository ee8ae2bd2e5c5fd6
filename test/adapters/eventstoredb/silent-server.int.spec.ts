import { Connection } from '../../../src/adapters/eventstoredb/connection/connection.js';
import { NoAnswer } from '../../../src/adapters/eventstoredb/connection/failure.js';
import { fastTiming } from '../../support/eventstoredb/fast-timing.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';

const logs = TestLogs.forEachTest();

/** A call that the server never answers. */
const silent = (): Promise<never> => new Promise(() => undefined);

describe('a connection', () => {
  let connection: Connection;
  beforeEach(() => {
    connection = new Connection(logs.standIn.url, { ...fastTiming, patience: 1 }).hold();
  });
  afterEach(() => connection.release());

  it('gives up a client of which nothing was heard since a call began', async () => {
    const { client, givenUp } = connection.current();
    await expect(connection.persist(silent)).rejects.toMatchObject({ cause: new NoAnswer(fastTiming.call) });
    expect(givenUp.aborted).toBe(true);
    expect(connection.current().client).not.toBe(client);
  });

  it('keeps a client that answered another call meanwhile', async () => {
    const { client } = connection.current();
    const waiting = expect(connection.persist(silent)).rejects.toThrow('no answer');
    await connection.persist(() => Promise.resolve('heard'));
    await waiting;
    expect(connection.current().client).toBe(client);
  });

  it('keeps a client that goes on answering one call in parts', async () => {
    const { client } = connection.current();
    await connection.persist(async (_client, _ended, heard) => {
      const silentCall = expect(connection.persist(silent)).rejects.toThrow('no answer');
      heard();
      await silentCall;
    });
    expect(connection.current().client).toBe(client);
  });

  it('gives the next client a third of the time, and each one more until one answers', async () => {
    const { call } = fastTiming;
    for (const milliseconds of [call, call / 3, (call * 2) / 3, call, call]) {
      await expect(connection.persist(silent)).rejects.toMatchObject({ cause: new NoAnswer(milliseconds) });
    }
    await connection.persist(() => Promise.resolve('heard'));
    await expect(connection.persist(silent)).rejects.toMatchObject({ cause: new NoAnswer(call) });
  });
});
