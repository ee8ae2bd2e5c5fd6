import { ActsMaker, historyEnd, historyStart } from '../history/acts.js';
import { Random } from '../history/random.js';
import { type Load, load } from '../processes/http-client.js';

interface Recording {
  readonly url: string;
  readonly seed: number;
  readonly connections: number;
  readonly milliseconds: number;
}

/** Records acts, each with a quote to be found in its source; an answer means that it is durable and projected. */
export async function recordActs({ url, seed, connections, milliseconds }: Recording): Promise<Load> {
  const { host } = new URL(url);
  const maker = new ActsMaker(seed);
  const random = new Random(seed);
  const next = (): Buffer => {
    const { citations, ...act } = maker.content(random.between(historyStart, historyEnd));
    const quotes = citations.map(({ source, exact }) => ({ source, exact }));
    const body = JSON.stringify({ ...act, citations: quotes }, (_, value: unknown) => value ?? undefined);
    const head = `POST /v1/acts HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json`;
    return Buffer.from(`${head}\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  };
  return load({ url, connections, milliseconds, status: 201, next });
}
