import type { Address, Host } from '../connection/connection-string.js';
import { reasonOf } from '../connection/failure.js';
import { membersIn, scavengeIn } from './admin-answers.js';
import { AdminFailure } from './admin-failure.js';
import { type AdminAnswer, AdminRequests } from './admin-requests.js';

/** What a server does for its operators over HTTP; every node of a cluster for itself. */
export class Admin {
  private readonly requests: AdminRequests;

  constructor(
    private readonly address: Address,
    milliseconds: number,
  ) {
    this.requests = new AdminRequests(address, milliseconds);
  }

  /** The nodes that keep a copy of the log, by the first of the configured hosts that tells. @throws AdminFailure */
  async members(): Promise<readonly Host[]> {
    const failures: string[] = [];
    for (const host of this.address.hosts) {
      try {
        return membersIn(okay(await this.requests.send('GET', host, '/gossip')));
      } catch (error) {
        failures.push(`${placeOf(host)}: ${reasonOf(error)}`);
      }
    }
    throw new AdminFailure('unreachable', `no node tells who is in the cluster: ${failures.join('; ')}`);
  }

  /** Has a node scavenge, and gives the id; another one that is running is a failure too. @throws AdminFailure */
  async startScavenge(host: Host): Promise<string> {
    const id = scavengeIn(okay(await this.requests.send('POST', host, '/admin/scavenge')));
    if (id === null) throw new AdminFailure('failed', 'it names no scavenge');
    return id;
  }

  /** The scavenge that a node is running; null for none. @throws AdminFailure */
  async runningScavenge(host: Host): Promise<string | null> {
    return scavengeIn(okay(await this.requests.send('GET', host, '/admin/scavenge/current')));
  }
}

export function placeOf({ address, port }: Host): string {
  return `${address}:${String(port)}`;
}

function okay({ status, body }: AdminAnswer): string {
  if (status === 200) return body;
  const said = `it answers ${String(status)}: ${body.slice(0, 200)}`;
  if (status === 401 || status === 403) {
    throw new AdminFailure('refused', `${said}; a scavenge needs a user in $ops or $admins`);
  }
  throw new AdminFailure('failed', said);
}
