import type { Host } from '../connection/connection-string.js';
import { AdminFailure } from './admin-failure.js';

/** The nodes in an answer of `/gossip`; a `Manager` keeps no copy of the log. @throws AdminFailure */
export function membersIn(body: string): readonly Host[] {
  const members = field(parsed(body), 'members');
  if (!Array.isArray(members)) throw new AdminFailure('failed', 'its gossip names no members');
  return members.filter((member) => field(member, 'state') !== 'Manager').map(hostOf);
}

/** The id in an answer about a scavenge; null for none. @throws AdminFailure */
export function scavengeIn(body: string): string | null {
  const id = field(parsed(body), 'scavengeId');
  return typeof id === 'string' && id !== '' ? id : null;
}

function hostOf(member: unknown): Host {
  const [address, port] = [field(member, 'httpEndPointIp'), field(member, 'httpEndPointPort')];
  if (typeof address === 'string' && typeof port === 'number') return { address, port };
  throw new AdminFailure('failed', 'its gossip has a member without an address');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new AdminFailure('failed', 'its answer is no JSON');
  }
}

function field(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
}
