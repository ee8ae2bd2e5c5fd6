import { Injectable } from '@nestjs/common';
import { Chronicle } from '../../ports/chronicle.js';
import { EventLog, type LogEvent, type LogPlace } from '../../ports/event-log.js';

/** Events by their sequence, out of the log itself: what they are now, not what views made of them. */
@Injectable()
export class EventsBySequence {
  /** Where the last read ended: who follows the log goes on there. */
  private end: LogPlace | null = null;

  constructor(
    private readonly log: EventLog,
    private readonly chronicle: Chronicle,
  ) {}

  /** Null when the log does not have it. @throws LogAway */
  async at(sequence: number): Promise<LogEvent | null> {
    const [event] = await this.after(sequence - 1, 1);
    return event?.sequence === sequence ? event : null;
  }

  /** So many events after the sequence, in order; fewer at the end of the log. @throws LogAway */
  async after(sequence: number, limit: number): Promise<readonly LogEvent[]> {
    const events: LogEvent[] = [];
    let place = this.end?.sequence === sequence ? this.end : this.chronicle.placeBefore(sequence);
    while (place.sequence < sequence + limit) {
      const batch = await this.log.readAll(place, sequence + limit - place.sequence);
      if (batch.events.length === 0) break;
      events.push(...batch.events.filter((event) => event.sequence > sequence));
      place = batch.place;
    }
    this.end = place;
    return events;
  }
}
