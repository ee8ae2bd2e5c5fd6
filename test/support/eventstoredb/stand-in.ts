import { type IStreamsServer, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, status, type ServerUnaryCall } from '@grpc/grpc-js';
import { type Failure, Faults, unauthenticated } from './faults.js';
import { fail, Reading } from './reading.js';
import { Store } from './store.js';
import { Writing } from './writing.js';

export interface StandInOptions {
  /** Speaks TLS with these, and lets in only who knows the password. */
  readonly tls?: { readonly key: Buffer; readonly certificate: Buffer };
  readonly password?: string;
}

type AnyCall = Pick<ServerUnaryCall<unknown, unknown>, 'metadata'>;

/**
 * A small EventStoreDB in memory, on the client's own generated services: what the adapter needs of one, as a real
 * server was seen to do it, and whatever a test wants to go wrong.
 */
export class StandIn {
  readonly store: Store;
  readonly faults = new Faults();
  /** How often each method was called. */
  readonly calls = new Map<string, number>();
  /** The clock of the server. */
  now: () => number = Date.now;
  private readonly reading: Reading;
  private readonly writing: Writing;
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly options: StandInOptions) {
    this.store = new Store(() => this.now());
    this.reading = new Reading(this.store, this.faults);
    this.writing = new Writing(this.store, this.faults);
  }

  static async start(options: StandInOptions = {}): Promise<StandIn> {
    const standIn = new StandIn(options);
    await standIn.listen();
    return standIn;
  }

  /** Where it listens, as a connection string without credentials. */
  get url(): string {
    return `esdb://127.0.0.1:${String(this.port)}?tls=${String(this.options.tls !== undefined)}`;
  }

  get host(): string {
    return `127.0.0.1:${String(this.port)}`;
  }

  /** Ends every subscription: with a failure, or as if there were nothing more to say. */
  dropSubscriptions(how: Failure | 'end'): void {
    this.reading.drop(how);
  }

  /** From now on open subscriptions say nothing more, though they stay open. */
  muteSubscriptions(): void {
    this.reading.mute();
  }

  /** How many events were sent to readers. */
  get sent(): number {
    return this.reading.sent;
  }

  /** Goes away at once, as a process that is killed; what it holds stays for the next start. */
  async stop(): Promise<void> {
    this.faults.thaw();
    const { server } = this;
    this.server = undefined;
    server?.forceShutdown();
    await new Promise<void>((resolve) => {
      if (server === undefined) resolve();
      else server.tryShutdown(() => resolve());
    });
  }

  /** Listens again, on the same port, with what it held. */
  async listen(): Promise<void> {
    const server = new Server();
    server.addService(StreamsService, this.handlers());
    const { tls } = this.options;
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }]);
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${String(this.port)}`, credentials, (error, port) => {
        if (error === null) resolve(port);
        else reject(error);
      });
    });
    this.server = server;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.listen();
  }

  private handlers(): IStreamsServer {
    const { reading, writing } = this;
    return {
      read: (call) => {
        if (this.admits('read', call)) void reading.answer(call);
        else fail(call, unauthenticated);
      },
      append: (call, answer) => {
        if (this.admits('append', call)) void writing.append(call, answer).catch(() => undefined);
        else answer(unauthenticated);
      },
      tombstone: (call, answer) => {
        if (this.admits('tombstone', call)) void writing.tombstone(call, answer);
        else answer(unauthenticated);
      },
      delete: (_, answer) => answer({ code: status.UNIMPLEMENTED }),
      batchAppend: (call) => fail(call, { code: status.UNIMPLEMENTED, details: 'no batches here' }),
    };
  }

  private admits(method: string, { metadata }: AnyCall): boolean {
    this.calls.set(method, (this.calls.get(method) ?? 0) + 1);
    const { password } = this.options;
    if (password === undefined) return true;
    const expected = `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;
    return metadata.get('authorization')[0] === expected;
  }
}
