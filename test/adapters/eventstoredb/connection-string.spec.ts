import { addressIn, toDiscoverSoon } from '../../../src/adapters/eventstoredb/connection/connection-string.js';
import { LogNotReadable } from '../../../src/ports/event-log.js';

describe('a connection string', () => {
  it.each([
    ['esdb://localhost', [{ address: 'localhost', port: 2113 }], true, null, null],
    ['esdb://localhost:2114?tls=false', [{ address: 'localhost', port: 2114 }], false, null, null],
    ['esdb://localhost:2114/?tls=false', [{ address: 'localhost', port: 2114 }], false, null, null],
    ['esdb+discover://cluster.example', [{ address: 'cluster.example', port: 2113 }], true, null, null],
    [
      'esdb://admin:ch%3Aange%40it@one:1,two:2?tlsCAFile=%2Fca.crt&nodePreference=leader',
      [
        { address: 'one', port: 1 },
        { address: 'two', port: 2 },
      ],
      true,
      'admin:ch:ange@it',
      '/ca.crt',
    ],
  ])('%s is understood', (text, hosts, secure, credentials, caFile) => {
    expect(addressIn(text)).toEqual({ hosts, secure, credentials, caFile });
  });

  it.each([
    ['http://localhost', 'has the form esdb://HOST'],
    ['esdb://', 'names no host'],
    ['esdb://?tls=false', 'names no host'],
    ['esdb://admin:secret@', 'names no host'],
    ['esdb://localhost:port', 'HOST or HOST:PORT'],
    ['esdb://localhost:99999', 'HOST or HOST:PORT'],
    ['esdb://a:1:2', 'HOST or HOST:PORT'],
    ['esdb://admin:secret@localhost?tls=false', 'credentials and tls=false'],
    ['esdb://admin:se:cret@localhost', '%3A and %40'],
    ['esdb://admin:se@cret@localhost', '%3A and %40'],
    ['esdb://admin@localhost', '%3A and %40'],
    ['esdb://admin:%zz@localhost', 'a % that stands for nothing'],
    ['esdb://localhost?nodePreference=follower', 'leave out nodePreference'],
    ['esdb://localhost?tlsVerifyCert=false', 'tlsCAFile'],
    ['esdb://localhost?throwOnAppendFailure=false', 'throwOnAppendFailure'],
    ['esdb://localhost?secret=secret', 'a setting that is not known'],
    ['esdb://localhost?tls', 'no value for tls'],
  ])('%s is refused, and what may be a password is not repeated', (text, message) => {
    expect(() => addressIn(text)).toThrow(LogNotReadable);
    expect(() => addressIn(text)).toThrow(message);
    expect(() => addressIn(text)).not.toThrow(/secret|cret@/);
  });
});

describe('a connection string for the client', () => {
  it.each([
    ['esdb://one:1,two:2', 'esdb://one:1,two:2?gossipTimeout=1'],
    ['esdb://one:1?tls=false', 'esdb://one:1?tls=false&gossipTimeout=1'],
    ['esdb://one:1/?', 'esdb://one:1/?gossipTimeout=1'],
    ['esdb://one:1?tls=false&gossipTimeout=7', 'esdb://one:1?tls=false&gossipTimeout=7'],
  ])('%s says how long a member may take that is asked who leads', (given, text) => {
    expect(toDiscoverSoon(given)).toBe(text);
    expect(addressIn(text)).toEqual(addressIn(given));
  });
});
