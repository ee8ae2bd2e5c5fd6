import { setTimeout as sleep } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { Failure } from '../failure.js';
import { Answer } from './answer.js';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
  /** Makes a repeat of the call recognisable, so that it may be tried again. */
  readonly command?: string;
}

export interface ClientOptions {
  readonly recorder?: string;
  /** The media type to be answered in, where the server has several. */
  readonly accept?: string;
  readonly signal: AbortSignal;
}

const attemptsMax = 5;
const firstPauseMs = 250;
const longestPauseMs = 30_000;

/** Talks to one server; patient with a server that is behind, restarting or out of reach for a moment. */
export class Client {
  private reached = false;

  constructor(
    readonly url: string,
    private readonly options: ClientOptions,
  ) {}

  /** The same server, asked to answer in this media type. */
  accepting(accept: string): Client {
    return new Client(this.url, { ...this.options, accept });
  }

  get(path: string, query: Query = {}): Promise<Answer> {
    return this.send({ method: 'GET', path, query });
  }

  /** @throws Failure 3 when the server cannot be reached, or stays unable to answer */
  async send(call: Call): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const result = await this.attempt(call);
      const pause = this.pauseAfter(result, attempt);
      if (pause !== null) await sleep(pause, undefined, { signal: this.options.signal });
      else if (result instanceof Answer) return this.unlessAway(result);
      else throw this.unreachable(result);
    }
  }

  private async attempt({ method, path, query, body, command }: Call): Promise<Answer | Error> {
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    const request = { method, headers: this.headers(body !== undefined, command), signal: this.options.signal };
    try {
      const response = await fetch(`${this.url}${path}${queryString(query ?? {})}`, { ...request, ...payload });
      const bytes = new Uint8Array(await response.arrayBuffer());
      this.reached = true;
      return new Answer(response.status, response.headers, bytes);
    } catch (error) {
      if (this.options.signal.aborted || !isNativeError(error)) throw error;
      return error;
    }
  }

  private headers(hasBody: boolean, command: string | undefined): Record<string, string> {
    const { recorder, accept } = this.options;
    return {
      ...(accept === undefined ? {} : { accept }),
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(command === undefined ? {} : { 'idempotency-key': command }),
      ...(recorder === undefined ? {} : { 'demarche-recorder': recorder }),
    };
  }

  /** Milliseconds to wait before the next attempt; null when this result stands. */
  private pauseAfter(result: Answer | Error, attempt: number): number | null {
    if (attempt >= attemptsMax) return null;
    const backOff = firstPauseMs * 2 ** (attempt - 1);
    if (!(result instanceof Answer)) return this.reached ? backOff : null;
    if (result.status !== 503) return null;
    const asked = Number(result.headers.get('retry-after') ?? Number.NaN) * 1000;
    return Math.min(Number.isFinite(asked) ? asked : backOff, longestPauseMs);
  }

  private unlessAway(answer: Answer): Answer {
    if (answer.status < 500) return answer;
    const { code, detail } = answer.problem();
    throw new Failure(3, `${this.url} cannot answer: ${detail} (${code})`);
  }

  private unreachable(error: Error): Failure {
    const { cause } = error;
    const why = isNativeError(cause) && cause.message !== '' ? cause.message : error.message;
    return new Failure(3, `${this.url} cannot be reached: ${why}`);
  }
}

function queryString(query: Query): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.append(name, String(value));
  return given.size === 0 ? '' : `?${given.toString()}`;
}
