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
  /** Ends the call, and a long answer in its middle. */
  readonly signal?: AbortSignal;
  /** The answer is left unread: it is long. Refusals are read. */
  readonly isLong?: true;
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
    const signal = call.signal ? AbortSignal.any([this.options.signal, call.signal]) : this.options.signal;
    for (let attempt = 1; ; attempt++) {
      const result = await this.attempt(call, signal);
      const pause = this.pauseAfter(result, attempt);
      if (pause !== null) await sleep(pause, undefined, { signal });
      else if (result instanceof Answer) return this.unlessAway(result);
      else throw this.unreachable(result);
    }
  }

  private async attempt(call: Call, signal: AbortSignal): Promise<Answer | Error> {
    const { method, path, query, body, command } = call;
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    const request = { method, headers: this.headers(body !== undefined, command), signal };
    try {
      const response = await fetch(`${this.url}${path}${queryString(query ?? {})}`, { ...request, ...payload });
      const answer = await answerOf(response, call);
      this.reached = true;
      return answer;
    } catch (error) {
      if (signal.aborted || !isNativeError(error)) throw error;
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

async function answerOf(response: Response, { isLong }: Call): Promise<Answer> {
  const { status, headers, body, ok } = response;
  if (isLong && ok) return new Answer(status, headers, new Uint8Array(), body);
  return new Answer(status, headers, new Uint8Array(await response.arrayBuffer()));
}

function queryString(query: Query): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.append(name, String(value));
  return given.size === 0 ? '' : `?${given.toString()}`;
}
