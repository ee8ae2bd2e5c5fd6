import { beginning, type LogBatch, type LogEvent, type LogPlace } from '../../ports/event-log.js';
import { CannotCopy } from './cannot-copy.js';

/** Whatever can be read in log order. */
export interface Readable {
  readAll(after: LogPlace, limit: number): Promise<LogBatch>;
}

type Met = (event: LogEvent) => Promise<void> | void;

const batchSize = 1_000;
const fields: readonly (keyof LogEvent)[] = [
  'id',
  'type',
  'schemaVersion',
  'stream',
  'revision',
  'sequence',
  'recordedAt',
  'recorder',
  'assurance',
  'command',
  'correlation',
  'causation',
  'data',
];

/** A log beside its copy, event by event, to the byte; goes on where it was the last time. */
export class Comparison {
  private inLog: LogPlace = beginning;
  private inCopy: LogPlace = beginning;

  constructor(
    private readonly log: Readable,
    private readonly copy: Readable,
  ) {}

  /** How many events were found to be the same. */
  get sequence(): number {
    return this.inLog.sequence;
  }

  /** The place in the log up to which the copy is the same. */
  get place(): LogPlace {
    return this.inLog;
  }

  /** Compares up to the copy's end, or up to this sequence, and lets `met` see each event. @throws CannotCopy */
  async run(met: Met, last = Infinity): Promise<void> {
    while (this.inCopy.sequence < last) {
      const limit = Math.min(batchSize, last - this.inCopy.sequence);
      const { events, place } = await this.copy.readAll(this.inCopy, limit);
      if (events.length === 0) return;
      await this.compare(events, met);
      this.inCopy = place;
    }
  }

  /** The next event of the copy, which is not compared. */
  async nextInCopy(): Promise<LogEvent | undefined> {
    return (await this.copy.readAll(this.inCopy, 1)).events[0];
  }

  private async compare(copied: readonly LogEvent[], met: Met): Promise<void> {
    const originals = await this.originals(copied.length);
    for (const [index, event] of copied.entries()) {
      const difference = differenceOf(originals[index], event);
      if (difference !== null) throw new CannotCopy(`event ${String(event.sequence)} ${difference}`);
      await met(event);
    }
  }

  /** So many of the log's next events, fewer only where it ends. */
  private async originals(count: number): Promise<readonly LogEvent[]> {
    const events: LogEvent[] = [];
    while (events.length < count) {
      const batch = await this.log.readAll(this.inLog, count - events.length);
      if (batch.events.length === 0) break;
      events.push(...batch.events);
      this.inLog = batch.place;
    }
    return events;
  }
}

function differenceOf(original: LogEvent | undefined, copied: LogEvent): string | null {
  if (original === undefined) return 'is on the copy and not in the log';
  const field = fields.find((name) => original[name] !== copied[name]);
  return field === undefined ? null : `has another ${field} on the copy than in the log`;
}
