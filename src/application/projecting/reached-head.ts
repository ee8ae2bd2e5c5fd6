import { setTimeout as pause } from 'node:timers/promises';
import { type EventLog, LogAway } from '../../ports/event-log.js';

const retryPause = 500;

/**
 * Where the log ends, as soon as it can be reached; infinitely far when the signal aborts before. Who is told that it
 * is away waits for it, whoever is not would wait without knowing why.
 * @throws LogAway while nobody is told so, LogNotReadable
 */
export async function reachedHead(log: EventLog, signal: AbortSignal, onAway?: (why: string) => void): Promise<number> {
  while (!signal.aborted) {
    const head = await log.head().catch((error: unknown) => {
      if (!(error instanceof LogAway) || !onAway) throw error;
      return error;
    });
    if (!(head instanceof LogAway)) return head.sequence;
    onAway?.(head.message);
    await pause(retryPause);
  }
  return Infinity;
}
