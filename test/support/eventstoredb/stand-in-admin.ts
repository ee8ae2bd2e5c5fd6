import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '../../../src/adapters/eventstoredb/connection/connection-string.js';
import type { Store } from './store.js';

/** What a node does when it is asked to scavenge. */
export type Scavenging = 'Success' | 'Failed' | 'refuses' | 'busy' | 'silent' | 'goes-on';

interface Node {
  scavenging: Scavenging;
  running: string | null;
  /** How many scavenges it was asked to begin. */
  asked: number;
  server: Server;
}

/** The operators' HTTP side of the nodes of a stand-in cluster, one port each, over one store. */
export class StandInAdmin {
  readonly nodes: Node[] = [];

  private constructor(private readonly store: Store) {}

  static async start(store: Store, nodes: number): Promise<StandInAdmin> {
    const admin = new StandInAdmin(store);
    for (let node = 0; node < nodes; node += 1) await admin.listen(node);
    return admin;
  }

  get hosts(): readonly Host[] {
    return this.nodes.map(({ server }) => ({ address: '127.0.0.1', port: (server.address() as AddressInfo).port }));
  }

  get places(): readonly string[] {
    return this.hosts.map(({ address, port }) => `${address}:${String(port)}`);
  }

  stop(): void {
    for (const { server } of this.nodes) {
      server.close();
      server.closeAllConnections();
    }
  }

  private async listen(index: number): Promise<void> {
    const server = createServer((request, response) => this.answer(this.nodes[index]!, request, response));
    this.nodes.push({ scavenging: 'Success', running: null, asked: 0, server });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  }

  private answer(node: Node, { method, url }: IncomingMessage, response: ServerResponse): void {
    if (url === '/gossip') return json(response, { members: this.hosts.map(memberOf) });
    if (method === 'POST') return this.scavenge(node, response);
    json(response, { scavengeId: node.running ?? '', scavengeLink: '' });
  }

  private scavenge(node: Node, response: ServerResponse): void {
    node.asked += 1;
    const { scavenging } = node;
    if (scavenging === 'silent') return;
    if (scavenging === 'refuses') return plain(response, 401, 'User not authorized');
    if (scavenging === 'busy') return plain(response, 400, 'Scavenge is already running');
    const id = crypto.randomUUID();
    if (scavenging === 'goes-on') node.running = id;
    else this.end(id, scavenging);
    json(response, { scavengeId: id });
  }

  private end(id: string, result: 'Success' | 'Failed'): void {
    if (result === 'Success') this.store.scavenge();
    const data = new TextEncoder().encode(JSON.stringify({ scavengeId: id, result, error: null }));
    const event = { type: '$scavengeCompleted', contentType: 'application/json', data, metadata: new Uint8Array() };
    this.store.append(`$scavenges-${id}`, 'any', [{ id: crypto.randomUUID(), ...event }]);
  }
}

function memberOf({ address, port }: Host): object {
  return { state: 'Follower', isAlive: true, httpEndPointIp: address, httpEndPointPort: port };
}

function json(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}

function plain(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(body);
}
