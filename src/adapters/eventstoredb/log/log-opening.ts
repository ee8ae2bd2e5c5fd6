import { LogNotReadable, type StreamEvent } from '../../../ports/event-log.js';
import { logFormat } from '../../shared/log-opened.js';

export function noLog(prefix: string): LogNotReadable {
  return new LogNotReadable(`there is no log in the streams that begin with ${prefix}`);
}

/** @throws LogNotReadable for a log of a newer release, or none of ours */
export function checkOpened([first]: readonly StreamEvent[]): void {
  if (first?.type !== 'LogOpened') throw new LogNotReadable('the stream of the log does not begin with LogOpened');
  const written = formatIn(first.data);
  if (written === logFormat) return;
  throw new LogNotReadable(`the log has format ${String(written)}, and this release reads format ${String(logFormat)}`);
}

function formatIn(data: string): unknown {
  try {
    const opened: unknown = JSON.parse(data);
    return typeof opened === 'object' && opened !== null && 'format' in opened ? opened.format : undefined;
  } catch {
    return undefined;
  }
}
