import { setImmediate as breathe } from 'node:timers/promises';

/** The same items, with a turn for everyone else after each so many. */
export async function* inTurns<T>(items: Iterable<T>, atOnce: number): AsyncGenerator<T> {
  let taken = 0;
  for (const item of items) {
    if (++taken % atOnce === 0) await breathe();
    yield item;
  }
}
