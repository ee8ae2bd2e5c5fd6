import type { IncomingHttpHeaders } from 'node:http';

/** The id of the last event that a client of a stream has seen; browsers send it by themselves. */
export function lastEventId(headers: IncomingHttpHeaders): string | null {
  const id = headers['last-event-id'];
  return typeof id === 'string' && id !== '' ? id : null;
}
