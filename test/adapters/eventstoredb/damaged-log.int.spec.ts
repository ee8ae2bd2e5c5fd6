import { eventToStore } from '../../../src/adapters/eventstoredb/log/stored-event.js';
import { LogNotReadable } from '../../../src/ports/event-log.js';
import { newAppend, newEvent } from '../../contracts/new-append.js';
import { TestLogs } from '../../support/eventstoredb/logs.js';

const logs = TestLogs.forEachTest();

describe('a stream that', () => {
  it('was deleted cannot be read or written any more', async () => {
    const log = logs.open();
    await log.append(newAppend({ stream: 'act-a' }));
    logs.standIn.store.tombstone('demarche.act-a');
    await expect(log.readStream('act-a')).rejects.toThrow('the stream demarche.act-a was deleted');
    await expect(log.append(newAppend({ stream: 'act-a' }))).rejects.toThrow('the stream demarche.act-a was deleted');
  });

  it('has lost its first events is not taken for whole', async () => {
    const log = logs.open();
    await log.append(newAppend({ stream: 'act-a' }));
    logs.standIn.store.delete('demarche.act-a');
    await logs.open().append(newAppend({ stream: 'act-a' }));
    await expect(log.readStream('act-a')).rejects.toThrow('the stream demarche.act-a has lost events');
  });

  it('has an event of another program cannot be read', async () => {
    const log = logs.open();
    logs.addForeign('demarche.act-a');
    const message = 'the stream demarche.act-a has an event that is not ours, Foreign at revision 0';
    await expect(log.readStream('act-a')).rejects.toEqual(new LogNotReadable(message));
  });
});

describe('a log', () => {
  it.each([
    [
      'of a newer format',
      { data: '{"logId":"x","format":2}' },
      'the log has format 2, and this release reads format 1',
    ],
    ['that begins with something else', { type: 'Begun' }, 'the stream of the log does not begin with LogOpened'],
  ])('%s is left alone', async (_, change, message) => {
    const opened = newEvent({ type: 'LogOpened', ...change });
    const { id, type, data, metadata } = eventToStore(newAppend({ stream: 'log' }), opened);
    const bytes = new TextEncoder().encode(JSON.stringify(metadata));
    const event = { id, type, contentType: 'application/octet-stream', data: data as Uint8Array, metadata: bytes };
    logs.standIn.store.append('demarche.log', 'no-stream', [event]);
    await expect(logs.open().head()).rejects.toEqual(new LogNotReadable(message));
    await expect(logs.open().append(newAppend())).rejects.toEqual(new LogNotReadable(message));
  });
});
