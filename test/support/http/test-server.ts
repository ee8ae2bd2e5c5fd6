import type { Ports } from '../../../src/app.module.js';
import { configOf } from '../../../src/config.js';
import { startNode, type RunningNode } from '../../../src/start-node.js';
import { TestClock } from '../test-clock.js';
import { portsInMemory } from '../test-node.js';
import { Answer } from './answer.js';

/** 2025-06-01T12:00:00Z, when every test over HTTP begins. */
export const testNow = Date.UTC(2025, 5, 1, 12);

type Headers = Readonly<Record<string, string>>;

interface Sending {
  readonly headers?: Headers;
  /** Sent as JSON; text is sent as it is. */
  readonly body?: unknown;
}

/** A whole node behind its doors, on a port of its own, with a log in memory. */
export class TestServer {
  private constructor(private readonly node: RunningNode) {}

  static async start(given?: Ports): Promise<TestServer> {
    const ports = given ?? (await portsInMemory(new TestClock(testNow)));
    const node = await startNode(configOf({ DEMARCHE_LOG: 'memory:', PORT: '0' }), { ports });
    await node.ready;
    return new TestServer(node);
  }

  get url(): string {
    return this.node.url;
  }

  async send(method: string, path: string, { headers = {}, body }: Sending = {}): Promise<Answer> {
    const json: Headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(this.url + path, {
      method,
      headers: { ...json, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return new Answer(response.status, response.headers, await response.text());
  }

  get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.send('POST', path, { body, headers });
  }

  put(path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.send('PUT', path, { body, headers });
  }

  stop(): Promise<void> {
    return this.node.close();
  }
}
