import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Server } from '../../bench/processes/server.js';
import { Client } from '../support/faults/client.js';

const glance = 50;
const patience = 300_000;

/** The program as it is shipped, in processes of their own on one log, each with views of its own. */
export class Nodes {
  private readonly folder = mkdtempSync(join(tmpdir(), 'demarche-soak-'));
  private readonly servers: Server[] = [];
  private readonly prefix = `soak-${crypto.randomUUID().slice(0, 8)}.`;
  /** Rejects when a node ends that was not told to. */
  readonly untimelyEnd: Promise<never>;
  private report: (untimely: Error) => void = () => undefined;

  constructor(private readonly url: string) {
    this.untimelyEnd = new Promise((_, reject) => (this.report = reject));
  }

  /** One more node, without views; resolves when it is ready. */
  async start(): Promise<Client> {
    const server = await Server.demarche({
      DEMARCHE_LOG: this.url,
      DEMARCHE_STREAM_PREFIX: this.prefix,
      DEMARCHE_VIEWS: mkdtempSync(join(this.folder, 'views-')),
    });
    this.servers.push(server);
    void server.ended.then((how) => this.report(new Error(`a node ended by itself, with ${how}`)));
    const node = new Client(() => server.url);
    await reached(node, 0);
    return node;
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Resolves when the node is ready, follows the log, and has projected so much of it. @throws when it takes too long */
export async function reached(node: Client, sequence: number): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    const { json } = await node.get('/health/ready');
    if (json['status'] === 'ready' && Number(json['sequence']) >= sequence) return;
    if (performance.now() > end) throw new Error(`a node does not catch up: ${JSON.stringify(json)}`);
    await pause(glance);
  }
}
