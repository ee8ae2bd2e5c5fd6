import type { Append } from '../../src/ports/event-log.js';
import { newAppend, newEvent } from './new-append.js';

/** The append that seals a log, whose stream `log` has one event so far. */
export function sealing(to: string): Append {
  const events = [newEvent({ type: 'LogMoved', data: JSON.stringify({ to }) })];
  return newAppend({ stream: 'log', expected: 0, events });
}
