import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { LogAway, LogNotReadable } from '../../../ports/event-log.js';
import { closeClient, openClient } from './client.js';
import { type Address, addressIn } from './connection-string.js';
import { meaningOf, NoAnswer, reasonOf } from './failure.js';
import { Limit } from './limit.js';
import { defaultTiming, pauseBefore, type Timing } from './timing.js';

/** One call on the client: told to end when it took too long, and telling that a part of the answer came. */
export type Call<T> = (client: EventStoreDBClient, ended: AbortSignal, heard: () => void) => Promise<T>;

/** The client of a connection at the moment; the signal tells when it is given up, for another one or for good. */
export interface Current {
  readonly client: EventStoreDBClient;
  readonly givenUp: AbortSignal;
}

/** The server commits appends together: enough of them under way, and not so many that they flood it. */
const appendsMax = 200;
/** Made once: an error of its own for each of so many calls would cost more than the rest of ending them. */
const ended = new Error('the call is over');
/** So many calls without an answer in a row, and another client may have more luck. */
const doubtsMax = 3;

/**
 * The one client of a process, which log and texts share. Every call has an end in time; a call of which nobody knows
 * what became of it is made again just as it was, until patience is over.
 */
export class Connection {
  readonly address: Address;
  readonly appends = new Limit(appendsMax);
  private readonly stopping = new AbortController();
  private client: EventStoreDBClient;
  /** Ends with the client: a call that ends then has no answer, though it may look like one. */
  private life = newLife();
  private doubts = 0;
  private lastHeard = -Infinity;
  /** Clients given up one after the other, none of which was ever answered. */
  private givenUp = 0;
  private users = 0;
  private replacing: Promise<void> = Promise.resolve();

  /** Connects on first use: a server that is away makes no difference here. @throws LogNotReadable */
  constructor(
    private readonly connectionString: string,
    readonly timing: Timing = defaultTiming,
  ) {
    this.address = addressIn(connectionString);
    this.client = openClient(connectionString);
    // Every append that waits to be made again listens to it: hundreds are no leak.
    setMaxListeners(0, this.stopping.signal);
  }

  /** Counts those who use the connection: the last one to let go of it closes it. */
  hold(): this {
    this.users += 1;
    return this;
  }

  async release(): Promise<void> {
    this.users -= 1;
    if (this.users > 0) return;
    this.stopping.abort();
    this.life.abort();
    await this.replacing;
    await closeClient(this.client);
  }

  /** Makes the call until it has an answer. @throws LogAway, LogNotReadable when denied; whatever else is final */
  async persist<T>(call: Call<T>): Promise<T> {
    const end = performance.now() + this.timing.patience;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.answerOrDoubt(call);
      if ('settled' in answer) return answer.settled;
      await this.waitOut(answer.doubt, attempt, end);
    }
  }

  /** For what goes on for as long as it lives, and looks after its own end. */
  current(): Current {
    return { client: this.client, givenUp: this.life.signal };
  }

  /** Something came from the server. */
  heard(client: EventStoreDBClient): void {
    if (client !== this.client) return;
    this.doubts = 0;
    this.givenUp = 0;
    this.lastHeard = performance.now();
  }

  /** Nobody knows what became of a call; after several of them on one client it is replaced. */
  doubt(client: EventStoreDBClient, doubts = 1): void {
    if (client !== this.client) return;
    this.doubts += doubts;
    if (this.doubts < doubtsMax || this.stopping.signal.aborted) return;
    this.doubts = 0;
    this.givenUp += 1;
    const { life } = this;
    this.life = newLife();
    this.client = openClient(this.connectionString);
    life.abort();
    this.replacing = this.replacing.then(() => closeClient(client));
  }

  private async answerOrDoubt<T>(call: Call<T>): Promise<{ readonly settled: T } | { readonly doubt: unknown }> {
    try {
      return { settled: await this.once(call) };
    } catch (error) {
      if (meaningOf(error) !== 'doubtful') throw orDenied(error);
      return { doubt: error };
    }
  }

  private async once<T>(call: Call<T>): Promise<T> {
    const { client } = this;
    const { signal } = this.life;
    const over = new AbortController();
    const end = (): void => over.abort(ended);
    const heard = (): void => {
      timer?.refresh();
      this.heard(client);
    };
    signal.addEventListener('abort', end);
    let timer: NodeJS.Timeout | undefined;
    const start = performance.now();
    const late = new Promise<never>((_, reject) => {
      const milliseconds = this.lengthOfCall();
      timer = setTimeout(() => reject(new NoAnswer(milliseconds)), milliseconds);
    });
    try {
      const answer = await Promise.race([call(client, over.signal, heard), late]);
      this.heard(client);
      return answer;
    } catch (error) {
      if (meaningOf(error) === 'doubtful') this.doubt(client, this.isSilence(error, start) ? doubtsMax : 1);
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      end();
    }
  }

  /**
   * A cluster names a leader that is frozen until it has chosen another, so that one client after the other may be led
   * there: until one is answered they are given less time, at first a third.
   */
  private lengthOfCall(): number {
    const { call } = this.timing;
    return this.givenUp === 0 ? call : Math.min(call, (call * this.givenUp) / 3);
  }

  /** Whether the call had no answer, and nothing else had one since it began. */
  private isSilence(error: unknown, start: number): boolean {
    return error instanceof NoAnswer && this.lastHeard < start;
  }

  private async waitOut(error: unknown, attempt: number, end: number): Promise<void> {
    const length = pauseBefore(attempt, this.timing);
    if (this.stopping.signal.aborted || performance.now() + length > end) throw away(error);
    await pause(length, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** Every call that is under way listens to it: hundreds are no leak. */
function newLife(): AbortController {
  const life = new AbortController();
  setMaxListeners(0, life.signal);
  return life;
}

export function away(error: unknown): LogAway {
  return new LogAway(`EventStoreDB: ${reasonOf(error)}`, { cause: error });
}

/** Trying again does not help whom the server does not let in. */
function orDenied(error: unknown): unknown {
  return meaningOf(error) === 'denied' ? denied(error) : error;
}

export function denied(error: unknown): LogNotReadable {
  const message = `EventStoreDB denies access: ${reasonOf(error)}; look at the user, its password and its rights`;
  return new LogNotReadable(message, { cause: error });
}
