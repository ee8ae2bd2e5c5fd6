import { randomUUID } from 'node:crypto';
import type { Append } from '../../../ports/event-log.js';
import { logKind } from './log-kind.js';

/** The first event of every log: it gives the log its identity. */
export function logOpened(): Append {
  const command = randomUUID();
  const data = JSON.stringify({ logId: randomUUID(), format: logKind.format });
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
