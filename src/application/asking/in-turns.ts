import { setImmediate as breathe } from 'node:timers/promises';

/** How long one may take before others get their turn, in milliseconds. */
const turnMax = 5;

/** A turn of a few milliseconds, for steps of which some are a thousand times as long as others. */
export class Turn {
  private begun = performance.now();

  /** To be asked after each step. */
  isOver(): boolean {
    return performance.now() - this.begun > turnMax;
  }

  /** Lets everyone else have theirs. */
  async next(): Promise<void> {
    await breathe();
    this.begun = performance.now();
  }
}

/** The same items, with a turn for everyone else after each so many. */
export async function* inTurns<T>(items: Iterable<T>, atOnce: number): AsyncGenerator<T> {
  let taken = 0;
  for (const item of items) {
    if (++taken % atOnce === 0) await breathe();
    yield item;
  }
}
