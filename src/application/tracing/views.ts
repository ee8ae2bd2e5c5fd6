import type { Citation } from '../../domain/acts/act-content.js';
import type { Passage } from '../../domain/citations/passage.js';
import type { Recount, WeightFactors } from '../../domain/stances/trace-of.js';
import type { Basis } from '../asking/basis.js';
import type { ActVersionView, ContributionView, EntryVersionView, EntryView, StanceView } from '../asking/views.js';

/** An event as it stands in the log, but for what it says. */
export interface LogEventView {
  readonly sequence: number;
  readonly recordedAt: string;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly stream: string;
  readonly revision: number;
  readonly recorder: string;
  readonly assurance: string;
  readonly command: string;
  readonly correlation: string;
  readonly causation: string | null;
}

/** An event with its data, to the byte as they are stored: JSON text, and the SHA-256 that the log commits to. */
export interface StoredEventView extends LogEventView {
  readonly data: string;
  readonly dataSha256: string;
}

/** A version of a thing and the event that made it. */
export type Logged<V> = V & { readonly log: LogEventView };

/** What was done to a source, by whom, when, why. */
export interface SourceChangeView {
  /** On which source it was recorded: an erasure is by hash, of every source with that text. */
  readonly source: string;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly recorder: string;
  readonly reason: string | null;
  readonly cause: string | null;
}

/** A quote in its surroundings; an erased text says who erased it and why. */
export type PassageView =
  | ({ readonly state: 'present' } & Passage)
  | { readonly state: 'erased'; readonly erasure: SourceChangeView | null }
  | { readonly state: 'missing' | 'damaged' };

export interface TracedCitationView extends Citation {
  /** Whether its source is not retracted at K, and the lens does not leave it out. */
  readonly counts: boolean;
  readonly passage: PassageView;
}

/** A withdrawal that takes the factor 1 − certainty × standing from the standing of an act. */
export interface ActingWithdrawalView {
  readonly act: string;
  readonly certainty: number;
  readonly standing: number;
}

/** A version of an act; `seen` unless the lens leaves out who recorded it. */
export type TracedVersionView = Logged<ActVersionView> & { readonly seen: boolean };

export interface TracedContributionView extends ContributionView {
  readonly factors: WeightFactors;
  /** What the act adds to the strength. */
  readonly term: number;
  /** share × value: what it adds to the score. */
  readonly product: number;
  readonly withdrawals: readonly ActingWithdrawalView[];
  readonly citations: readonly TracedCitationView[];
  readonly versions: readonly TracedVersionView[];
}

export type TracedSourceView = EntryView & {
  readonly retraction: SourceChangeView | null;
  readonly erasure: SourceChangeView | null;
  readonly versions: readonly Logged<EntryVersionView>[];
};

/** The contributions, all of them, added up again: each sum is what the stance says but for rounding. */
export interface CheckView extends Recount {
  /** The greatest difference that rounding is believed to make. */
  readonly tolerance: number;
  readonly holds: boolean;
}

export interface TraceView {
  readonly party: string;
  readonly issue: string;
  readonly stance: Omit<StanceView, 'party' | 'issue' | 'contributions' | 'sentence' | 'basis'>;
  /** The issue as K framed it, with bands and half-life; null when it was framed later. */
  readonly framing: Logged<EntryVersionView> | null;
  readonly contributions: readonly TracedContributionView[];
  /** Every source that the contributions cite, by id. */
  readonly sources: readonly TracedSourceView[];
  readonly check: CheckView;
  readonly basis: Basis;
  /** Which log all of it stands in. */
  readonly logId: string;
}
