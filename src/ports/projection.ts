import type { Act } from '../domain/acts/act.js';
import type { ActKind } from '../domain/acts/act-kind.js';
import type { DomainEvent } from '../domain/shared/domain-event.js';
import type { EntityKind } from '../domain/shared/stream.js';
import type { IssueContent } from '../domain/issues/issue-content.js';
import type { BandShift } from '../domain/shifts/band-shift.js';
import type { Cell } from '../domain/stances/cell.js';
import type { CellRow } from '../domain/stances/cell-row.js';
import type { WithdrawalRow } from '../domain/stances/withdrawal-row.js';
import type { Withdrawals } from '../domain/stances/withdrawals.js';
import type { CatalogueKind, CatalogueState } from './catalogue.js';
import type { LogEvent } from './event-log.js';

/** An event as it stands in the log, and what it says. */
export interface Recorded {
  readonly at: LogEvent;
  readonly event: DomainEvent;
}

/** Which cell a row belongs to; parties and issues by number. */
export interface CellKey {
  readonly party: number;
  readonly issue: number;
}

/** A catalogue entry as it is from this event on. */
export interface EntryChange {
  readonly change: 'entry';
  readonly kind: CatalogueKind;
  readonly id: string;
  readonly state: CatalogueState[CatalogueKind];
  readonly reason: string | null;
  readonly cause: string | null;
  /** What a search for entries looks in. */
  readonly words: string;
}

export interface TextChange {
  readonly change: 'text-captured' | 'text-erased';
  readonly sha256: string;
}

/** An act's version: what to find it by; the event itself is stored with it. */
export interface ActChange {
  readonly change: 'act';
  readonly id: string;
  readonly number: number;
  readonly party: number;
  readonly kind: ActKind;
  readonly speaker: number;
  readonly start: number;
  readonly effective: number;
  /** The first instant at which it is over; null while that is open. */
  readonly end: number | null;
  readonly occurred: string;
  readonly retracted: boolean;
  readonly issues: readonly number[];
  readonly sources: readonly number[];
  /** What a full-text search looks in. */
  readonly words: string;
}

export type RowOpened = { readonly change: 'row-opened'; readonly row: CellRow } & CellKey;
/** `at`: the sequence from which the row no longer holds. */
export type RowClosed = { readonly change: 'row-closed'; readonly act: number; readonly at: number } & CellKey;
export interface WithdrawalOpened {
  readonly change: 'withdrawal-opened';
  readonly party: number;
  readonly row: WithdrawalRow;
}
export interface WithdrawalClosed {
  readonly change: 'withdrawal-closed';
  readonly party: number;
  readonly act: number;
  readonly at: number;
}
export type CellChange = RowOpened | RowClosed | WithdrawalOpened | WithdrawalClosed;

/** A stance that this event shifted; `place` numbers the shifts of one event from 1. */
export type ShiftChange = { readonly change: 'shift'; readonly place: number } & CellKey & BandShift;

export type RowChange = EntryChange | TextChange | ActChange | CellChange | ShiftChange;

/** What the views held just before the event that is being projected. */
export abstract class Past {
  /** The latest state of a catalogue entry; null before its first event. */
  abstract entry<K extends CatalogueKind>(kind: K, id: string): CatalogueState[K] | null;
  /** The sequence of its first event. Throws for what the log never recorded: such a log is broken. */
  abstract numberOf(kind: EntityKind, id: string): number;
  /** The act after its latest event. Throws when the log never recorded it. */
  abstract act(id: string): Act;
  /** Acts of which some version cites the source. */
  abstract citing(source: string): readonly string[];
  /** The number of the first source with this text. Throws when there is none. */
  abstract textNumberOf(sha256: string): number;
}

/**
 * What one event changes in the rows of one or more views. Pure: the same event after the same past gives the same
 * changes, on every node and in every rebuild.
 */
export interface Projection {
  project(recorded: Recorded, past: Past): readonly RowChange[];
}

/** What the views hold just after an event: its own rows too, at every K up to it. */
export abstract class Present {
  /** The sequence of its first event. Throws for what the log never recorded. */
  abstract numberOf(kind: EntityKind, id: string): number;
  abstract cell(key: CellKey): Cell;
  abstract withdrawals(party: number): Withdrawals;
  /** The issue as it was framed at a K at which it was. */
  abstract framing(issue: number, sequence: number): IssueContent;
  /** The issues that the act with this number leans on by now. */
  abstract issuesOf(act: number): readonly number[];
  /** The parties that ever had an act with effect on the issue. */
  abstract partiesOn(issue: number): readonly number[];
}

/** What follows from what one event changed. Pure as projections are, of the present as of the past. */
export interface Derivation {
  derive(recorded: Recorded, changes: readonly RowChange[], present: Present): readonly RowChange[];
}
