import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly recorder: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Hang up instead of answering. */
  readonly hangUp?: true;
}

/** An HTTP server that answers as a test says, and keeps what it was sent. */
export class FakeServer {
  readonly received: Received[] = [];
  private readonly server: Server;

  private constructor(answer: (request: Received, nth: number) => Reply) {
    this.server = createServer((request, response) => {
      void receive(request).then((received) => {
        const { status, json, headers, hangUp } = answer(received, this.received.push(received));
        if (hangUp) return void request.socket.destroy();
        const type = status < 400 ? 'application/json' : 'application/problem+json';
        response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(json ?? {}));
      });
    });
  }

  static async answering(answer: (request: Received, nth: number) => Reply): Promise<FakeServer> {
    const fake = new FakeServer(answer);
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function receive(request: IncomingMessage): Promise<Received> {
  const body = await text(request);
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    key: header('idempotency-key'),
    recorder: header('demarche-recorder'),
    body: (body === '' ? {} : JSON.parse(body)) as Received['body'],
  };
}
