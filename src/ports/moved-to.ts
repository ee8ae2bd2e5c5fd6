import { Codec } from '../domain/shared/codec.js';
import type { NewEvent } from './event-log.js';

const codec = new Codec();

/** Where the log whose stream `log` ends with this event was moved to; null while it is open. */
export function movedTo(last: NewEvent | undefined): string | null {
  const event = last?.type === 'LogMoved' ? codec.decode(last) : undefined;
  return event?.type === 'LogMoved' ? event.data.to : null;
}
