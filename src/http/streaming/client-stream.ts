import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { answersBegun } from '../answers/answers-begun.js';
import type { StreamFormat } from './stream-format.js';

/** How long a client that keeps pace may need until it takes more; one that does not is waited for elsewhere. */
const graceMs = 100;
/** Proxies and clients give a connection up on which nothing comes. */
const heartbeatMs = 15_000;

/** A long answer to one client, written as fast as it is read. */
export class ClientStream {
  /** How long a client may be left without a sign of life. */
  readonly heartbeatMs = heartbeatMs;
  private readonly leaving = new AbortController();
  private readonly raw: FastifyReply['raw'];

  /** `closing` is when the node stops. */
  constructor(
    reply: FastifyReply,
    private readonly format: StreamFormat,
    closing: AbortSignal,
  ) {
    this.raw = reply.raw;
    const leave = (): void => {
      closing.removeEventListener('abort', leave);
      this.leaving.abort();
    };
    closing.addEventListener('abort', leave);
    this.raw.once('close', leave);
    if (closing.aborted) leave();
    void reply.hijack();
    this.raw.writeHead(200, {
      'content-type': format.mediaType,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.raw.flushHeaders();
    answersBegun.get(reply)?.();
  }

  get isLeft(): boolean {
    return this.leaving.signal.aborted;
  }

  get signal(): AbortSignal {
    return this.leaving.signal;
  }

  /** Whether the client keeps pace: else whoever writes lets go of what it holds and waits until it is `ready`. */
  async write(text: string): Promise<boolean> {
    if (this.isLeft) return false;
    if (this.raw.write(text)) return true;
    return Promise.race([this.ready(), pause(graceMs, false)]);
  }

  /** Until the client has taken what was written, or left; says whether it is there. */
  async ready(): Promise<boolean> {
    if (!this.isLeft && this.raw.writableNeedDrain) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          this.raw.off('drain', go);
          this.signal.removeEventListener('abort', go);
          resolve();
        };
        this.raw.once('drain', go);
        this.signal.addEventListener('abort', go);
      });
    }
    return !this.isLeft;
  }

  /** Waits, with a sign of life now and then. */
  async wait(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0 && !this.isLeft; left -= heartbeatMs) {
      await pause(Math.min(left, heartbeatMs), null, { signal: this.signal }).catch(() => null);
      if (left > heartbeatMs && this.format.heartbeat !== null) await this.write(this.format.heartbeat);
    }
  }

  end(): void {
    this.raw.end();
  }

  /** Cuts the answer off: what was sent is not whole. */
  destroy(): void {
    this.raw.destroy();
  }
}
