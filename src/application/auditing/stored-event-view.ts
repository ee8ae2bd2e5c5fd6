import { createHash } from 'node:crypto';
import { formatInstant } from '../../domain/time/instant.js';
import type { LogEvent } from '../../ports/event-log.js';
import type { StoredEventView } from '../tracing/views.js';

/** An event as readers get it: its data to the byte, and what the log commits to of them. */
export function storedEventView(event: LogEvent): StoredEventView {
  const { sequence, id, type, schemaVersion, stream, revision, recorder, data } = event;
  const { assurance, command, correlation, causation } = event;
  return {
    ...{ sequence, recordedAt: formatInstant(event.recordedAt), id, type, schemaVersion, stream, revision, recorder },
    ...{ assurance, command, correlation, causation, data },
    dataSha256: createHash('sha256').update(data, 'utf8').digest('hex'),
  };
}
