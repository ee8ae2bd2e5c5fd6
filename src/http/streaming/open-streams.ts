import { setMaxListeners } from 'node:events';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ClientStream } from './client-stream.js';
import type { StreamFormat } from './stream-format.js';

/** Answers that go on for long: they end when the node stops. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly logger = new Logger('Http');
  private readonly closing = new AbortController();

  constructor() {
    setMaxListeners(Infinity, this.closing.signal); // one for each stream
  }

  /** Answers with a stream that `tell` writes; with nothing but its headers to HEAD. */
  async serve(reply: FastifyReply, format: StreamFormat, tell: (client: ClientStream) => Promise<void>): Promise<void> {
    const client = new ClientStream(reply, format, this.closing.signal);
    if (reply.request.method === 'HEAD') client.end();
    else await tell(client).catch((error: unknown) => this.cut(client, error));
  }

  onModuleDestroy(): void {
    this.closing.abort();
  }

  /** Too late for a problem document: the client sees that the end is missing, and may go on from its last id. */
  private cut(client: ClientStream, error: unknown): void {
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    client.destroy();
  }
}
