import { randomUUID } from 'node:crypto';
import { type Append, LogNotReadable, type StreamEvent } from '../../../ports/event-log.js';

const format = 1;

/** The first event of every log: it gives the log its identity. */
export function logOpened(): Append {
  const command = randomUUID();
  const data = JSON.stringify({ logId: randomUUID(), format });
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

export function noLog(prefix: string): LogNotReadable {
  return new LogNotReadable(`there is no log in the streams that begin with ${prefix}`);
}

/** @throws LogNotReadable for a log of a newer release, or none of ours */
export function checkOpened([first]: readonly StreamEvent[]): void {
  if (first?.type !== 'LogOpened') throw new LogNotReadable('the stream of the log does not begin with LogOpened');
  const written = formatIn(first.data);
  if (written === format) return;
  throw new LogNotReadable(`the log has format ${String(written)}, and this release reads format ${String(format)}`);
}

function formatIn(data: string): unknown {
  try {
    const opened: unknown = JSON.parse(data);
    return typeof opened === 'object' && opened !== null && 'format' in opened ? opened.format : undefined;
  } catch {
    return undefined;
  }
}
