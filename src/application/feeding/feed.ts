import { setTimeout as pause } from 'node:timers/promises';
import type { Head } from '../projecting/head.js';
import { formatInstant } from '../../domain/time/instant.js';
import { LogAway, type LogEvent } from '../../ports/event-log.js';
import type { FeedPlace, RecordedShift, ShiftFilter, Shifts } from '../../ports/shifts.js';
import { logEventView } from '../tracing/log-events.js';
import type { EventFilters } from './event-filters.js';
import { feedIdOf, whole } from './feed-place.js';
import type { LogTail } from './log-tail.js';
import type { FeedFilter } from './shift-filters.js';
import { shiftedViewOf } from './shifted-view.js';
import type { CloudEvent } from './views.js';

const retryPause = 1_000;
/** Events of the log and shifts looked at for one page. */
const pageSize = { events: 128, shifts: 512 } as const;

export const shiftedType = 'stance.shifted';

export interface FeedAsked extends FeedFilter {
  /** Types of event to tell of; all when null. */
  readonly types: readonly string[] | null;
}

export interface FeedSources {
  readonly head: Head;
  readonly events: LogTail;
  readonly shifts: Shifts;
  readonly filters: EventFilters;
}

/** What is told next, and where to go on: not always after the last that is told, since not all pass. */
export interface FeedPage {
  readonly told: readonly CloudEvent[];
  readonly place: FeedPlace;
}

/** What happened in the log from some place on, and the stances that it shifted, up to this node's head. */
export class Feed {
  constructor(
    readonly logId: string,
    private readonly asked: FeedAsked,
    private readonly filter: ShiftFilter,
    private readonly sources: FeedSources,
  ) {}

  /** Null when there is nothing to tell before this node has projected more. A log that is away is waited for. */
  async after(place: FeedPlace): Promise<FeedPage | null> {
    const head = this.sources.head.sequence;
    if (head < nextAfter(place)) return null;
    const events = await this.events(place, head);
    if (!events) return { told: [], place };
    const last = this.tellsOfLog ? (events.at(-1)?.sequence ?? place.sequence) : head;
    const shifts = this.shiftsUntil(last, place);
    const isWhole = shifts.length <= pageSize.shifts;
    const end = isWhole ? { sequence: last, place: whole } : placeOf(shifts[pageSize.shifts - 1] ?? place);
    return { told: this.told(events, shifts.slice(0, pageSize.shifts), end), place: end };
  }

  /** Whether there may be more to tell, before so many milliseconds are over or the signal aborts. */
  async grown(place: FeedPlace, milliseconds: number, signal: AbortSignal): Promise<boolean> {
    const { head } = this.sources;
    const isGrown = await head.until(milliseconds, () => (head.sequence >= nextAfter(place) ? true : null), signal);
    return isGrown ?? false;
  }

  /** Null while the log is away. */
  private async events({ sequence }: FeedPlace, head: number): Promise<readonly LogEvent[] | null> {
    const limit = this.tellsOfLog ? Math.min(pageSize.events, head - sequence) : 0;
    try {
      return limit > 0 ? await this.sources.events.after(sequence, limit) : [];
    } catch (error) {
      if (!(error instanceof LogAway)) throw error;
      await pause(retryPause);
      return null;
    }
  }

  private shiftsUntil(sequence: number, after: FeedPlace): readonly RecordedShift[] {
    if (!this.tells(shiftedType)) return [];
    return this.sources.shifts.list({ filter: this.filter, after, sequence, limit: pageSize.shifts + 1 });
  }

  private told(events: readonly LogEvent[], shifts: readonly RecordedShift[], end: FeedPlace): readonly CloudEvent[] {
    const told = [
      ...events
        .filter((event) => event.sequence <= end.sequence && this.passes(event))
        .map((event) => this.ofLog(event)),
      ...shifts.map((shift) => this.ofShift(shift)),
    ];
    return told.sort((a, b) => a.at.sequence - b.at.sequence || a.at.place - b.at.place).map(({ event }) => event);
  }

  private passes(event: LogEvent): boolean {
    return this.tells(event.type) && this.sources.filters.passes(event, this.asked);
  }

  private get tellsOfLog(): boolean {
    return this.asked.types?.some((type) => type !== shiftedType) ?? true;
  }

  private tells(type: string): boolean {
    return this.asked.types?.includes(type) ?? true;
  }

  private ofLog(event: LogEvent): Placed {
    const at = { sequence: event.sequence, place: 0 };
    const data = { ...logEventView(event, event), data: JSON.parse(event.data) as unknown };
    return { at, event: this.cloudEvent({ at, type: event.type, subject: event.stream, time: data.recordedAt, data }) };
  }

  private ofShift(shift: RecordedShift): Placed {
    const at = placeOf(shift);
    const [subject, time] = [`${shift.party}/${shift.issue}`, formatInstant(shift.recordedAt)];
    return { at, event: this.cloudEvent({ at, type: shiftedType, subject, time, data: shiftedViewOf(shift) }) };
  }

  private cloudEvent({ at, type, subject, time, data }: Said): CloudEvent {
    const source = `urn:uuid:${this.logId}`;
    return {
      ...{ specversion: '1.0', id: feedIdOf(at), source, type, subject, time },
      ...{ datacontenttype: 'application/json', data },
    };
  }
}

type Said = Pick<CloudEvent, 'type' | 'subject' | 'time' | 'data'> & { readonly at: FeedPlace };

interface Placed {
  readonly at: FeedPlace;
  readonly event: CloudEvent;
}

/** The event that this node must have projected for there to be something after the place. */
function nextAfter({ sequence, place }: FeedPlace): number {
  return place === whole ? sequence + 1 : sequence;
}

function placeOf({ sequence, place }: FeedPlace): FeedPlace {
  return { sequence, place };
}
