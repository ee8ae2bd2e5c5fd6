import { Injectable } from '@nestjs/common';
import { formatInstant } from '../../domain/time/instant.js';
import { EventLog, type StreamEvent } from '../../ports/event-log.js';
import type { LogEventView } from './views.js';

/** Where a version stands, as the views know it. */
interface Place {
  readonly sequence: number;
  readonly recordedAt: number;
  readonly revision: number;
}

/** Events as the log itself has them: views keep no more of an envelope than questions need. */
@Injectable()
export class LogEvents {
  constructor(private readonly log: EventLog) {}

  /** The envelopes of events of one stream, in the order of their places. @throws LogAway */
  async of(stream: string, places: readonly Place[]): Promise<readonly LogEventView[]> {
    const known = places.reduce((most, { revision }) => Math.max(most, revision + 1), 0);
    const events = await this.log.readStream(stream, known);
    return places.map((place) => logEventView(stored(events, stream, place), place));
  }
}

function stored(events: readonly StreamEvent[], stream: string, { revision }: Place): StreamEvent {
  const event = events[revision];
  if (event?.revision !== revision) throw new Error(`the log has no revision ${String(revision)} of ${stream}`);
  return event;
}

export function logEventView(event: StreamEvent, { sequence, recordedAt }: Omit<Place, 'revision'>): LogEventView {
  const { id, type, schemaVersion, stream, revision, recorder, assurance, command, correlation, causation } = event;
  const said = { id, type, schemaVersion, stream, revision, recorder, assurance, command, correlation, causation };
  return { sequence, recordedAt: formatInstant(recordedAt), ...said };
}
