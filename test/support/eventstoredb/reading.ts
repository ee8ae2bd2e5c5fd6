import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import { failure, type Failure, type Fault, type Faults, type Method } from './faults.js';
import { caughtUp, checkpoint, confirmation, eventMessage, nameIn, streamNotFound } from './messages.js';
import type { Store, StoredEvent } from './store.js';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;
type Options = streams.ReadReq.Options;

interface OpenCall {
  readonly call: ReadCall;
  readonly closed: AbortController;
  isMute: boolean;
}

const backwards = streams.ReadReq.Options.ReadDirection.BACKWARDS;
/** A filtered subscription says how far it looked every so many events. */
const searchWindow = 32;

/** Answers reads of a stream, of all events, and subscriptions, one call each. */
export class Reading {
  sent = 0;
  private readonly open = new Set<OpenCall>();

  constructor(
    private readonly store: Store,
    private readonly faults: Faults,
  ) {}

  async answer(call: ReadCall): Promise<void> {
    const closed = new AbortController();
    for (const end of ['cancelled', 'close', 'error']) call.once(end, () => closed.abort());
    const open: OpenCall = { call, closed, isMute: false };
    const options = call.request.getOptions();
    if (options === undefined) return;
    const fault = this.faults.of(methodOf(options));
    await this.faults.hold();
    if (fault?.with === 'ignorance') this.sendNothing(call, options);
    else if (fault !== undefined) refuse(call, fault);
    else if (options.hasSubscription()) await this.follow(open, options);
    else if (options.hasStream()) await this.sendStream(open, options);
    else await send(open, options, ofAll(this.store.all, options));
  }

  /** Open subscriptions say nothing more. */
  mute(): void {
    for (const open of this.open) open.isMute = true;
  }

  /** Ends every subscription: with a failure, or as if the server had nothing more to say. */
  drop(how: Failure | 'end'): void {
    for (const { call, closed } of this.open) {
      if (how === 'end') call.end();
      else fail(call, how);
      closed.abort();
    }
  }

  private sendNothing(call: ReadCall, options: Options): void {
    if (options.hasStream()) call.write(streamNotFound(nameIn(options.getStream()?.getStreamIdentifier())));
    call.end();
  }

  private async sendStream(open: OpenCall, options: Options): Promise<void> {
    const stream = nameIn(options.getStream()?.getStreamIdentifier());
    if (this.store.isTombstoned(stream)) {
      fail(open.call, failure('stream-deleted', status.FAILED_PRECONDITION, { 'stream-name': stream }));
      return;
    }
    const events = this.store.readable(stream);
    if (events === undefined) open.call.write(streamNotFound(stream));
    await send(open, options, ofStream(events ?? [], options));
  }

  private async follow(open: OpenCall, options: Options): Promise<void> {
    this.open.add(open);
    const { signal } = open.closed;
    const matches = filterOf(options);
    const place = { last: startOf(options), considered: 0, isLive: false };
    await write(open, confirmation());
    while (!signal.aborted) {
      const event = this.store.after(place.last);
      this.sent += event === undefined ? 0 : 1;
      await this.faults.hold();
      if (open.isMute) break;
      if (event !== undefined) await consider(open, place, { event, matches: matches(event) });
      else if (!place.isLive) await goLive(open, place);
      else await this.store.grown(signal);
    }
    if (!open.isMute) this.open.delete(open);
  }
}

/** How far a subscription has come. */
interface Place {
  last: bigint;
  considered: number;
  isLive: boolean;
}

async function consider(
  open: OpenCall,
  place: Place,
  { event, matches }: { readonly event: StoredEvent; readonly matches: boolean },
): Promise<void> {
  place.last = event.position;
  place.considered += 1;
  if (matches) await write(open, eventMessage(event));
  if (place.considered % searchWindow === 0) await write(open, checkpoint(event.position));
}

async function goLive(open: OpenCall, place: Place): Promise<void> {
  place.isLive = true;
  await write(open, caughtUp());
}

async function send(open: OpenCall, options: Options, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events.slice(0, Number(options.getCount()))) await write(open, eventMessage(event));
  open.call.end();
}

function refuse(call: ReadCall, { with: how }: Fault): void {
  if (typeof how !== 'string') fail(call, how);
}

function methodOf(options: Options): Method {
  if (options.hasSubscription()) return 'subscribe';
  return options.hasStream() ? 'read-stream' : 'read-all';
}

export function fail(call: { emit(event: 'error', failure: Failure): boolean }, failed: Failure): void {
  call.emit('error', failed);
}

/** A reader that takes its time makes the server wait. */
async function write({ call, closed }: OpenCall, message: streams.ReadResp): Promise<void> {
  if (closed.signal.aborted || call.write(message)) return;
  await once(call, 'drain', { signal: closed.signal }).catch(() => undefined);
}

function ofStream(events: readonly StoredEvent[], options: Options): readonly StoredEvent[] {
  const asked = options.getStream();
  const from = asked?.hasRevision() === true ? Number(asked.getRevision()) : null;
  if (options.getReadDirection() !== backwards) return events.filter(({ revision }) => revision >= (from ?? 0));
  return events.filter(({ revision }) => revision <= (from ?? Infinity)).toReversed();
}

/** Forwards from a position includes the event there, backwards excludes it. */
function ofAll(events: readonly StoredEvent[], options: Options): readonly StoredEvent[] {
  const asked = options.getAll();
  const from = asked?.hasPosition() === true ? BigInt(asked.getPosition()?.getCommitPosition() ?? 0) : null;
  if (options.getReadDirection() === backwards) {
    return events.filter(({ position }) => from === null || position < from).toReversed();
  }
  return events.filter(({ position }) => position >= (from ?? 0n));
}

/** A subscription begins after the position that it names. */
function startOf(options: Options): bigint {
  const all = options.getAll();
  return all?.hasPosition() === true ? BigInt(all.getPosition()?.getCommitPosition() ?? 0) : -1n;
}

function filterOf(options: Options): (event: StoredEvent) => boolean {
  const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList();
  return ({ stream }) => prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix));
}
