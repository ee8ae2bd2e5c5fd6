import { v5 as uuidv5 } from 'uuid';
import { Codec } from '../../domain/shared/codec.js';
import type { DomainEvent } from '../../domain/shared/domain-event.js';
import { logStream } from '../../domain/shared/stream.js';
import type { Append, StreamEvent } from '../../ports/event-log.js';
import { eventNamespace } from '../recording/derived-ids.js';

const codec = new Codec();

/** Seals the log whose stream `log` ends with this event. The ids derive from it, so that a repeat is one. */
export function sealing(last: StreamEvent, to: string, recorder: string): Append {
  return following(last, { type: 'LogMoved', data: { to } }, recorder);
}

/** Ends the copy whose stream `log` ends with this `LogMoved`, which is its last event. */
export function ending(moved: StreamEvent, copied: { from: string; events: number }, recorder: string): Append {
  return following(moved, { type: 'LogCopied', data: copied }, recorder);
}

function following(last: StreamEvent, event: DomainEvent, recorder: string): Append {
  const stored = codec.encode(event);
  const command = uuidv5(`${stored.type} ${stored.data} after ${last.id}`, eventNamespace);
  return {
    stream: logStream,
    expected: last.revision,
    recorder,
    assurance: 'asserted',
    command,
    correlation: command,
    causation: null,
    events: [{ id: uuidv5(`${command} ${logStream}`, eventNamespace), ...stored }],
  };
}
