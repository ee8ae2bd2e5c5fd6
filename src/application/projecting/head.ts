import { Injectable } from '@nestjs/common';
import { beginning, type LogPlace } from '../../ports/event-log.js';

/**
 * How far this node has projected the log. It moves last, after rows are committed and cells are updated, so that
 * every question that pins its K here or below finds all that it needs.
 */
@Injectable()
export class Head {
  private current: LogPlace = beginning;
  private readonly waiting = new Set<() => void>();

  get place(): LogPlace {
    return this.current;
  }

  get sequence(): number {
    return this.current.sequence;
  }

  get recordedAt(): number | null {
    return this.current.recordedAt;
  }

  move(place: LogPlace): void {
    this.current = place;
    for (const wake of [...this.waiting]) wake();
  }

  /** Asks again whenever the head has moved, until there is an answer, the time is over or the signal aborts (null). */
  async until<T>(milliseconds: number, answer: () => T | null, signal?: AbortSignal): Promise<T | null> {
    const now = answer();
    if (now !== null || milliseconds <= 0 || signal?.aborted) return now;
    return new Promise((resolve) => {
      const finish = (result: T | null): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal?.removeEventListener('abort', giveUp);
        resolve(result);
      };
      const wake = (): void => {
        const found = answer();
        if (found !== null) finish(found);
      };
      const giveUp = (): void => finish(null);
      const timer = setTimeout(finish, milliseconds, null);
      this.waiting.add(wake);
      signal?.addEventListener('abort', giveUp);
    });
  }
}
