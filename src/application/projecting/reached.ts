import { setTimeout as pause } from 'node:timers/promises';
import { type EventLog, LogAway } from '../../ports/event-log.js';

const retryPause = 500;

/**
 * Resolves as soon as the log can be reached, or the signal aborts. Who is told that it is away waits for it, whoever
 * is not would wait without knowing why.
 * @throws LogAway while nobody is told so, LogNotReadable
 */
export async function reached(log: EventLog, signal: AbortSignal, onAway?: (why: string) => void): Promise<void> {
  while (!signal.aborted) {
    const why = await log.extent().then(
      () => null,
      (error: unknown) => {
        if (!(error instanceof LogAway) || !onAway) throw error;
        return error.message;
      },
    );
    if (why === null) return;
    onAway?.(why);
    await pause(retryPause);
  }
}
