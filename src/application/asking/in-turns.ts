import { setImmediate as breathe } from 'node:timers/promises';

/** A turn of so many steps, for those who count them by themselves: what is awaited costs more than a small step. */
export class Turn {
  private taken = 0;

  constructor(private readonly steps: number) {}

  /** Counts a step. */
  isOver(): boolean {
    this.taken += 1;
    return this.taken >= this.steps;
  }

  /** Lets everyone else have theirs. */
  async next(): Promise<void> {
    this.taken = 0;
    await breathe();
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
