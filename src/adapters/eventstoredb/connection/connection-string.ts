import { LogNotReadable } from '../../../ports/event-log.js';

export interface Host {
  readonly address: string;
  readonly port: number;
}

/** What a connection string says, as far as more than the client needs it. */
export interface Address {
  readonly hosts: readonly Host[];
  readonly secure: boolean;
  /** `name:password`, decoded. */
  readonly credentials: string | null;
  readonly caFile: string | null;
}

const form = /^esdb(?:\+discover)?:\/\/(?:([^?]*)@)?([^?@]*?)\/*(?:\?(.*))?$/;
const known = new Set([
  ...['tls', 'tlsCAFile', 'tlsVerifyCert', 'userCertFile', 'userKeyFile', 'connectionName', 'defaultDeadline'],
  ...['nodePreference', 'maxDiscoverAttempts', 'discoveryInterval', 'gossipTimeout'],
  ...['keepAliveInterval', 'keepAliveTimeout', 'throwOnAppendFailure'],
]);
const standardPort = 2113;

/**
 * Reads a connection string as the client does, and stops what the client would take and then do silently otherwise:
 * drop credentials, cut a password, ignore or print what it does not know. The messages never repeat the string, which
 * may have a password.
 * @throws LogNotReadable
 */
export function addressIn(connectionString: string): Address {
  const [whole, credentials, hosts, settings] = form.exec(connectionString.trim()) ?? [];
  if (whole === undefined) throw bad('has the form esdb://HOST:PORT?tls=…');
  const given = settingsIn(settings ?? '');
  const secure = given.get('tls') !== 'false';
  checkSettings(given);
  return {
    hosts: hostsIn(hosts ?? ''),
    secure,
    credentials: credentialsIn(credentials, secure),
    caFile: given.get('tlsCAFile') ?? null,
  };
}

/**
 * The same, with a second for each member that is asked who leads, where nothing else is said: left to itself the
 * client waits 5 s for one that is frozen, longer than a call may take that needs to know.
 */
export function toDiscoverSoon(connectionString: string): string {
  const text = connectionString.trim();
  if (/[?&]gossipTimeout=/.test(text)) return text;
  const joint = text.includes('?') ? '&' : '?';
  return `${text}${/[?&]$/.test(text) ? '' : joint}gossipTimeout=1`;
}

function settingsIn(settings: string): ReadonlyMap<string, string> {
  const pairs = settings.split('&').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      if (!known.has(name)) throw bad('has a setting that is not known; only names as in its documentation are');
      if (value === '') throw bad(`has no value for ${name}`);
      return [name, decoded(value)];
    }),
  );
}

function checkSettings(given: ReadonlyMap<string, string>): void {
  if ((given.get('nodePreference') ?? 'leader') !== 'leader') {
    throw bad('prefers other nodes than the leader, which alone takes writes: leave out nodePreference');
  }
  if (given.get('tlsVerifyCert') === 'false') {
    throw bad('cannot switch off the check of certificates: name the authority with tlsCAFile instead');
  }
  if (given.get('throwOnAppendFailure') === 'false') throw bad('must not have throwOnAppendFailure=false');
}

function hostsIn(hosts: string): readonly Host[] {
  const named = hosts.split(',').filter((host) => host.trim() !== '');
  if (named.length === 0) throw bad('names no host');
  return named.map((host) => {
    const [address = '', port = String(standardPort), ...more] = host.trim().split(':');
    const isPort = /^\d+$/.test(port) && Number(port) > 0 && Number(port) <= 65_535;
    if (address === '' || !isPort || more.length > 0) throw bad('has a host that is not HOST or HOST:PORT');
    return { address, port: Number(port) };
  });
}

function credentialsIn(credentials: string | undefined, secure: boolean): string | null {
  if (credentials === undefined) return null;
  const [, name = '', password = ''] = /^([^:@]+):([^:@]+)$/.exec(credentials) ?? [];
  if (name === '') {
    throw bad('has credentials that are not NAME:PASSWORD; write : and @ in them as %3A and %40');
  }
  if (!secure) throw bad('has credentials and tls=false: they would not be sent; leave out the one or the other');
  return `${decoded(name)}:${decoded(password)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw bad('has a % that stands for nothing');
  }
}

function bad(why: string): LogNotReadable {
  return new LogNotReadable(`the connection string of EventStoreDB ${why}`);
}
