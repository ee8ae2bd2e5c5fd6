import { setMaxListeners } from 'node:events';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Answers that go on for long: they end when the node stops. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly closing = new AbortController();

  constructor() {
    setMaxListeners(Infinity, this.closing.signal); // one for each stream
  }

  get signal(): AbortSignal {
    return this.closing.signal;
  }

  onModuleDestroy(): void {
    this.closing.abort();
  }
}
