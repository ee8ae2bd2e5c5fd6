import { setTimeout as sleep } from 'node:timers/promises';
import type { Told } from './told.js';

/** Timers take no more than 2^31 milliseconds. */
const longestMs = 3_600_000;

/** The same, each event when it is its time; the first at once. */
export async function* paced(feed: AsyncIterable<Told>, speed: number, signal: AbortSignal): AsyncGenerator<Told> {
  let clock: number | null = null;
  for await (const told of feed) {
    if (told.type === 'stance') {
      const next = Date.parse(told.event.clock);
      await longSleep((next - (clock ?? next)) / speed, signal);
      clock = next;
    }
    yield told;
  }
}

async function longSleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  for (let left = milliseconds; left > 0; left -= longestMs) {
    await sleep(Math.min(left, longestMs), undefined, { signal });
  }
}
