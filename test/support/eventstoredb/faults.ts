import { setTimeout as pause } from 'node:timers/promises';
import { Metadata, status } from '@grpc/grpc-js';

/** The calls that a test can make fail. */
export type Method = 'append' | 'read-stream' | 'read-all' | 'subscribe' | 'tombstone';

/**
 * How one call goes wrong: with this status, or never answered at all; a read also as if nothing that it asks for had
 * been written: so does a leader answer that was frozen, until it learns that the others have chosen another.
 */
export interface Fault {
  readonly with: 'silence' | 'ignorance' | Failure;
  /** Whether the server did what was asked before it failed. */
  readonly after?: 'doing-it';
}

/** As gRPC sends it: a code, and what the server adds in trailers. */
export interface Failure {
  readonly code: status;
  readonly details: string;
  readonly metadata?: Metadata;
}

export const unavailable: Failure = { code: status.UNAVAILABLE, details: 'Connection dropped' };
export const reset: Failure = { code: status.INTERNAL, details: 'Received RST_STREAM with code 0' };
export const cancelled: Failure = { code: status.CANCELLED, details: 'Call cancelled' };
export const notReady: Failure = { code: status.UNKNOWN, details: 'Could not recognize Server Is Not Ready' };
export const unauthenticated: Failure = { code: status.UNAUTHENTICATED, details: 'Access Denied' };

export function failure(exception: string, code: status, more: Readonly<Record<string, string>> = {}): Failure {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  for (const [name, value] of Object.entries(more)) metadata.set(name, value);
  return { code, details: exception, metadata };
}

/** What a test wants to go wrong, and whether the server answers at all. */
export class Faults {
  /** Milliseconds before every answer. */
  delay = 0;
  private readonly queued = new Map<Method, Fault[]>();
  private readonly lasting = new Map<Method, Fault>();
  private frozen: { readonly until: Promise<void>; readonly thaw: () => void } | undefined;

  /** The next calls of this method fail, one after the other. */
  next(method: Method, ...faults: readonly Fault[]): void {
    this.queued.set(method, [...(this.queued.get(method) ?? []), ...faults]);
  }

  /** Every call of this method fails from now on, until it is told otherwise. */
  always(method: Method, fault: Fault | undefined): void {
    if (fault === undefined) this.lasting.delete(method);
    else this.lasting.set(method, fault);
  }

  of(method: Method): Fault | undefined {
    return this.queued.get(method)?.shift() ?? this.lasting.get(method);
  }

  /** Stops answering, as a process does that was stopped: connections stay open, and nothing comes. */
  freeze(): void {
    if (this.frozen !== undefined) return;
    let thaw = (): void => undefined;
    const until = new Promise<void>((resolve) => (thaw = resolve));
    this.frozen = { until, thaw };
  }

  thaw(): void {
    this.frozen?.thaw();
    this.frozen = undefined;
  }

  /** Waits as long as the server does not answer. */
  async hold(): Promise<void> {
    if (this.delay > 0) await pause(this.delay);
    await this.frozen?.until;
  }
}
