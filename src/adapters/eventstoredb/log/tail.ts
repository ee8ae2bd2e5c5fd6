import type {
  AllStreamResolvedEvent,
  AllStreamSubscription,
  EventStoreDBClient,
  Position,
} from '@eventstore/db-client';
import { START, streamNameFilter } from '@eventstore/db-client';
import type { Current } from '../connection/connection.js';

/** Events that may wait in memory; a full buffer makes the server wait. */
const bufferSize = 256;

export interface TailOptions {
  readonly current: Current;
  readonly after: Position | null;
  readonly prefixes: readonly string[];
  /** Something came, or the subscription is over. */
  onSign(): void;
}

/**
 * One subscription for as long as it lives, its events taken one by one. Event, checkpoint and `caughtUp` come in one
 * order from the server, but the client announces the latter two while events before them still wait in its buffer:
 * each is believed only when as many events were taken as had come before it.
 */
export class Tail {
  failure: unknown;
  lastSign = performance.now();
  private readonly subscription: AllStreamSubscription;
  private taken = 0;
  private caughtUpAfter = Infinity;
  private checkpoint: { readonly after: number; readonly position: Position } | undefined;

  constructor(private readonly options: TailOptions) {
    const filter = streamNameFilter({
      prefixes: [...options.prefixes],
      checkpointReached: async (_, position) => {
        this.checkpoint = { after: this.come, position };
        this.sign();
      },
    });
    this.subscription = options.current.client.subscribeToAll(
      { fromPosition: options.after ?? START, filter },
      { highWaterMark: bufferSize },
    );
    this.listen();
  }

  get client(): EventStoreDBClient {
    return this.options.current.client;
  }

  /** Whether events wait that nobody took. */
  get hasEvents(): boolean {
    return this.subscription.readableLength > 0;
  }

  /** Whether everything was taken that the server had when it said that there is no more. */
  get isCaughtUp(): boolean {
    return this.taken >= this.caughtUpAfter && !this.hasEvents;
  }

  /** How far the server looked and had nothing more for us. */
  get seen(): Position | null {
    return this.checkpoint !== undefined && this.taken >= this.checkpoint.after ? this.checkpoint.position : null;
  }

  take(): AllStreamResolvedEvent | undefined {
    const event = this.subscription.read() as AllStreamResolvedEvent | null;
    if (event === null) return undefined;
    this.taken += 1;
    return event;
  }

  close(): void {
    this.failure ??= new Error('closed');
    this.options.current.givenUp.removeEventListener('abort', this.leave);
    // Only this ends it on the server's side, too.
    void this.subscription.unsubscribe().catch(() => undefined);
    this.subscription.destroy();
  }

  private get come(): number {
    return this.taken + this.subscription.readableLength;
  }

  private readonly leave = (): void => this.end(new Error('the connection was given up'));

  private listen(): void {
    // A subscription on a connection that was given up would only be silent.
    this.options.current.givenUp.addEventListener('abort', this.leave);
    this.subscription
      .on('error', (error: unknown) => this.end(error))
      .on('end', () => this.end(new Error('the server ended the subscription')))
      .on('close', () => this.end(new Error('the subscription was closed')))
      .on('confirmation', () => this.sign())
      .on('caughtUp', () => {
        this.caughtUpAfter = this.come;
        this.sign();
      })
      .on('readable', () => this.sign());
  }

  private end(error: unknown): void {
    if (this.failure !== undefined) return;
    this.failure = error;
    this.options.onSign();
  }

  private sign(): void {
    if (this.failure !== undefined) return;
    this.lastSign = performance.now();
    this.options.onSign();
  }
}
