import type { ActContent } from '../../domain/acts/act-content.js';
import type { ActKind } from '../../domain/acts/act-kind.js';
import type { Mandate } from '../../domain/parties/speaker-content.js';
import type { Basis } from './basis.js';
import type { KnownAt } from './knowledge.js';

/** A page of a list, at one K; `next` is a cursor or null. */
export interface PageView<V> {
  readonly items: readonly V[];
  readonly next: string | null;
  readonly basis: { readonly knownAt: KnownAt };
}

/** Every version of one thing, the first one first. */
export interface HistoryView<V> {
  readonly items: readonly V[];
  readonly next: null;
  readonly basis: { readonly knownAt: KnownAt };
}

/** Where a version stands in the log, and who recorded it. */
export interface RecordedView {
  readonly id: string;
  readonly revision: number;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly recorder: string;
}

/** A catalogue entry as read: its content's fields stand beside these. */
export type EntryView = RecordedView & Readonly<Record<string, unknown>>;

/** One version of a catalogue entry: the entry as it was from then on, and the event that did it. */
export type EntryVersionView = EntryView & { readonly event: string; readonly reason: string | null };

export interface ActView extends RecordedView, ActContent {
  /** Who recorded it first, where in the log; the fields above tell of its latest revision. */
  readonly first: Omit<RecordedView, 'id' | 'revision'>;
  /** When it counts from: the end of `occurred`. */
  readonly effective: string;
  readonly state: 'recorded' | 'retracted';
  readonly hasEffect: boolean;
  readonly mandate: Omit<Mandate, 'party'> | null;
}

/** An act in force at T that holds something out. */
export interface OpenActView extends ActView {
  /** What withdrawals leave of it: greater than 0, at most 1. */
  readonly standing: number;
  /** Whether its deadline has passed at T; false without one. */
  readonly overdue: boolean;
}

export interface OpenActPageView extends PageView<OpenActView> {
  readonly basis: { readonly validAt: string; readonly knownAt: KnownAt };
}

/** One version of an act: the act as it was from then on, and the event that did it, by whom, why. */
export type ActVersionView = ActView & {
  readonly event: string;
  readonly reason: string | null;
  readonly cause: string | null;
};

export type StanceStatus = 'held' | 'provisional' | 'faded' | 'undeclared';

export interface StanceSummaryView {
  readonly party: string;
  readonly issue: string;
  readonly status: StanceStatus;
  readonly mixed: boolean;
  readonly score: number | null;
  readonly band: string | null;
  readonly strength: number;
}

export interface ContributionView {
  readonly act: string;
  readonly kind: ActKind;
  readonly occurred: string;
  readonly effective: string;
  readonly value: number;
  readonly weight: number;
  readonly standing: number;
  readonly share: number;
}

export type PendingView = Pick<ContributionView, 'act' | 'kind' | 'occurred' | 'effective' | 'value'>;

export interface StanceView extends StanceSummaryView {
  readonly spread: number;
  readonly contributions: readonly ContributionView[];
  readonly contributionsTotal: number;
  /** The share of the contributions that are not shown. */
  readonly restShare: number;
  readonly pending: readonly PendingView[];
  /** The answer in English words. */
  readonly sentence: string;
  readonly basis: Basis;
}

export interface MatrixView {
  readonly items: readonly StanceSummaryView[];
  readonly basis: Basis;
}

export interface SegmentView extends Omit<StanceSummaryView, 'party' | 'issue' | 'strength'> {
  readonly from: string;
  readonly to: string | null;
  readonly acts: readonly string[];
}

/** What was asked stands beside the basis: `from`, `to` and for shifts `margin`. */
export interface TimelineView {
  readonly party: string;
  readonly issue: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly segments: readonly SegmentView[];
  readonly sentence: string;
  readonly basis: Omit<Basis, 'validAt'> & { readonly validAt: string | null };
}

export interface ShiftView {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
  readonly trigger: readonly string[];
  readonly acts: readonly string[];
}

export interface StretchView {
  readonly band: string;
  readonly from: string;
  readonly to: string | null;
}

export interface ShiftsView extends Omit<TimelineView, 'segments' | 'sentence'> {
  readonly margin: number;
  readonly shifts: readonly ShiftView[];
  readonly trajectory: readonly StretchView[];
}
