import type { BandShift } from '../domain/shifts/band-shift.js';

/** A place in the feed to go on after: an event and, from 1 on, how many of its shifts; 0 is the event itself. */
export interface FeedPlace {
  readonly sequence: number;
  readonly place: number;
}

/** A stance shifted by an event, and what that was; parties and issues by id. */
export interface RecordedShift extends BandShift, FeedPlace {
  readonly party: string;
  readonly issue: string;
  readonly recordedAt: number;
  readonly recorder: string;
  /** The event's type. */
  readonly event: string;
  /** The act or the source that it is about; neither where an issue was framed anew. */
  readonly act: string | null;
  readonly source: string | null;
}

/** Which shifts to list; parties and issues by number, null does not filter. */
export interface ShiftFilter {
  readonly parties: readonly number[] | null;
  readonly issues: readonly number[] | null;
  /** How far beyond the band that it left the score must lie, 0 … 1. */
  readonly margin: number;
}

export interface ShiftPage {
  readonly filter: ShiftFilter;
  readonly after: FeedPlace;
  /** The last event to look at. */
  readonly sequence: number;
  readonly limit: number;
}

/** The stances that events shifted, as they were projected with them. */
export abstract class Shifts {
  /** In log order. */
  abstract list(page: ShiftPage): readonly RecordedShift[];
}
