import { Injectable } from '@nestjs/common';
import type { LogEvent } from '../../ports/event-log.js';
import { EventsBySequence } from '../auditing/events-by-sequence.js';

interface Stretch {
  readonly sequence: number;
  readonly limit: number;
  readonly events: Promise<readonly LogEvent[]>;
}

/** Whoever follows the log live asks for the same events as all the others, at the same moment: they are read once. */
@Injectable()
export class LogTail {
  private latest: Stretch | null = null;

  constructor(private readonly events: EventsBySequence) {}

  /** So many events after the sequence, all of which are in the log. @throws LogAway */
  after(sequence: number, limit: number): Promise<readonly LogEvent[]> {
    const { latest } = this;
    if (latest?.sequence === sequence && latest.limit === limit) return latest.events;
    const stretch = { sequence, limit, events: this.events.after(sequence, limit) };
    this.latest = stretch;
    stretch.events.catch(() => this.forget(stretch));
    return stretch.events;
  }

  private forget(stretch: Stretch): void {
    if (this.latest === stretch) this.latest = null;
  }
}
