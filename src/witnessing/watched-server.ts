import { setTimeout as sleep } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { boundedText } from './bounded-text.js';
import { NotDone } from './not-done.js';
import { Refused } from './refused.js';
import { messageOf } from './system-error.js';

export interface Patience {
  /** For each answer, whole. */
  readonly timeoutMs: number;
  /** Before a server that cannot answer yet is asked again. */
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

const attemptsMax = 5;
/** A node that restarts, is busy, or signs what another process recorded and has still to follow. */
const soon: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The server that is watched: nothing that it says is believed here. */
export class WatchedServer {
  /** @param url without a slash at its end */
  constructor(
    readonly url: string,
    private readonly patience: Patience,
  ) {}

  /** @throws NotDone; Refused */
  checkpoint(): Promise<string> {
    return this.ask('/v1/log/checkpoint');
  }

  /** What it says its keys are, as JSON. @throws NotDone; Refused */
  keys(): Promise<string> {
    return this.ask('/v1/log/keys');
  }

  /** What it says proves that its first `to` events continue the first `from`, as JSON. @throws NotDone; Refused */
  proof(from: bigint, to: bigint): Promise<string> {
    return this.ask(`/v1/log/proofs/consistency?from=${String(from)}&to=${String(to)}`);
  }

  private async ask(path: string): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.attempt(path);
      if (answer.status === 200) return answer.text;
      const code = codeIn(answer.text);
      const isLater = soon.has(answer.status) || code === 'beyond-head';
      if (!isLater || attempt === attemptsMax) return this.refuse(path, answer, code);
      await sleep(this.patience.pauseMs, undefined, { signal: this.patience.signal });
    }
  }

  private async attempt(path: string): Promise<Answer> {
    const { timeoutMs, signal } = this.patience;
    // Not AbortSignal.any with AbortSignal.timeout: Node 20 collects such a timeout as garbage, and it never comes.
    const ended = new AbortController();
    const end = (): void => ended.abort();
    const timer = setTimeout(end, timeoutMs);
    signal.addEventListener('abort', end);
    try {
      signal.throwIfAborted();
      const response = await fetch(this.url + path, { redirect: 'manual', signal: ended.signal });
      const { status, headers } = response;
      return { status, location: headers.get('location'), text: await boundedText(response) };
    } catch (error) {
      if (error instanceof Refused || signal.aborted) throw error;
      const why = ended.signal.aborted ? `there was no answer within ${String(timeoutMs / 1000)} s` : reasonOf(error);
      throw new NotDone(`${this.url} cannot be reached: ${why}`);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    }
  }

  private refuse(path: string, { status, location, text }: Answer, code: string | null): never {
    if (code === 'log-altered') {
      const says = `The server itself says that its log was changed: ${detailIn(text)}`;
      throw new Refused('log-altered', says, { checkpoint: null, proof: text });
    }
    const remedy = location === null ? '' : `; it leads to ${location}: name that server, if it is the one you mean`;
    throw new NotDone(`${this.url}${path} answered ${String(status)}${code === null ? '' : ` (${code})`}${remedy}`);
  }
}

function reasonOf(error: unknown): string {
  return messageOf(isNativeError(error) ? (error.cause ?? error) : error);
}

function codeIn(text: string): string | null {
  return fieldIn(text, 'code');
}

function detailIn(text: string): string {
  return fieldIn(text, 'detail') ?? '';
}

/** A field of a problem document; null where there is none. */
function fieldIn(text: string, name: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    const field: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
    return typeof field === 'string' ? field : null;
  } catch {
    return null;
  }
}
