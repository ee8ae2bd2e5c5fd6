import { randomUUID } from 'node:crypto';
import type { Append } from '../../ports/event-log.js';

/** What a log consists of, and how it is to be read; a release reads one format. */
export const logFormat = 1;

/** The first event of every log: it gives the log its identity. */
export function logOpened(): Append {
  const command = randomUUID();
  const data = JSON.stringify({ logId: randomUUID(), format: logFormat });
  return {
    stream: 'log',
    expected: 'no-stream',
    recorder: 'demarche',
    assurance: 'asserted',
    command,
    correlation: command,
    causation: null,
    events: [{ id: randomUUID(), type: 'LogOpened', schemaVersion: 1, data }],
  };
}
