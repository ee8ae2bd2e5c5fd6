import { setTimeout } from 'node:timers/promises';
import { isBusy } from './sqlite-failure.js';

/** How long SQLite itself may wait for another process, and so hold up this one. */
export const busyTimeout = 20;

/** How long an append waits for another process in all, in milliseconds. */
export const defaultPatience = 5_000;

const pause = 5;

/**
 * Tries again while another process holds the file. SQLite's own waiting stops the event loop, so it is kept short;
 * between the attempts everything else goes on.
 */
export async function patiently<T>(patience: number, attempt: () => T): Promise<T> {
  const start = performance.now();
  try {
    return attempt();
  } catch (error) {
    if (!isBusy(error) || patience <= 0) throw error;
  }
  await setTimeout(pause);
  return patiently(patience - (performance.now() - start), attempt);
}
