import { setTimeout as pause } from 'node:timers/promises';

const farewell = 1_500;

/** What is under way when a port is closed may end, unless the server takes too long; then it ends with the client. */
export async function settledSoon(underWay: Iterable<Promise<unknown>>): Promise<void> {
  await Promise.race([Promise.allSettled(underWay), pause(farewell, undefined, { ref: false })]);
}
