import { setImmediate as breathe } from 'node:timers/promises';

/** How long one may take before others get their turn, in milliseconds. */
const turnMax = 5;

/** A turn of a few milliseconds, for steps of which some are a thousand times as long as others. */
export class Turn {
  private begun = performance.now();
  private taken = 0;

  /** `steps` are taken between two looks at the clock. */
  constructor(private readonly steps = 1) {}

  /** To be asked after each step. */
  isOver(): boolean {
    this.taken += 1;
    return this.taken % this.steps === 0 && performance.now() - this.begun > turnMax;
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
