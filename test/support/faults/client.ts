import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

/** More than any test has recorders, and few enough that requests which wait to no purpose wait together. */
const connectionsMax = 256;

/** What a server answered, read to its end. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Talks to a server over a bounded number of connections that are kept alive, as a pipeline does. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: connectionsMax });

  constructor(private readonly base: () => string) {}

  get url(): string {
    return this.base();
  }

  get(path: string): Promise<Reply> {
    return this.send({ method: 'GET', path });
  }

  /** Sends with a key, if there is one, by which a repeat is recognised. */
  post(path: string, body: unknown, key?: string): Promise<Reply> {
    return this.send({ method: 'POST', path, body, headers: key === undefined ? {} : { 'idempotency-key': key } });
  }

  /** Rejects when the connection ends before the answer does. */
  async send({ method, path, headers = {}, body }: Asked): Promise<Reply> {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const type: Record<string, string> = sent === undefined ? {} : { 'content-type': 'application/json' };
    const length: Record<string, string> = sent === undefined ? {} : { 'content-length': `${Buffer.byteLength(sent)}` };
    return new Promise((resolve, reject) => {
      const options = { method, agent: this.agent, headers: { ...type, ...length, ...headers } };
      const asking = request(this.url + path, options, (incoming) => {
        const { statusCode = 0, headers: answered } = incoming;
        text(incoming).then(
          (all) => resolve({ status: statusCode, headers: answered, text: all, json: jsonOf(all) }),
          reject,
        );
      });
      asking.on('error', reject);
      asking.end(sent);
    });
  }

  /** Lets go of every connection that is kept alive. */
  hangUp(): void {
    this.agent.destroy();
  }
}

function jsonOf(all: string): Readonly<Record<string, unknown>> {
  return all.startsWith('{') ? (JSON.parse(all) as Record<string, unknown>) : {};
}
