import { Injectable } from '@nestjs/common';
import { Chronicle } from '../../ports/chronicle.js';
import { EventLog, type LogEvent } from '../../ports/event-log.js';

/** Events by their sequence, out of the log itself: what they are now, not what views made of them. */
@Injectable()
export class EventsBySequence {
  constructor(
    private readonly log: EventLog,
    private readonly chronicle: Chronicle,
  ) {}

  /** Null when the log does not have it. @throws LogAway */
  async at(sequence: number): Promise<LogEvent | null> {
    const [event] = await this.after(sequence - 1, 1);
    return event?.sequence === sequence ? event : null;
  }

  /** Up to so many events after the sequence, in order. @throws LogAway */
  async after(sequence: number, limit: number): Promise<readonly LogEvent[]> {
    const place = this.chronicle.placeBefore(sequence);
    const { events } = await this.log.readAll(place, sequence - place.sequence + limit);
    return events.filter((event) => event.sequence > sequence);
  }
}
