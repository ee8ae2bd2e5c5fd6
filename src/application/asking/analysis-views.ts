import type { DifferenceEffect } from '../../domain/stances/difference.js';
import type { Variant } from '../../domain/stances/sensitivity.js';
import type { Basis } from './basis.js';
import type { SidesBasis } from './sides.js';
import type { ContributionView, StanceSummaryView } from './views.js';

/** What the score would be without something; `influence` is the score less that, null if either is null. */
export interface WithoutView {
  readonly without: number | null;
  readonly influence: number | null;
}

export interface InfluenceView {
  readonly party: string;
  readonly issue: string;
  readonly score: number | null;
  readonly acts: readonly ({ readonly act: string } & WithoutView)[];
  readonly sources: readonly ({ readonly source: string } & WithoutView)[];
  readonly basis: Basis;
}

export const breakdownKeys = ['speaker', 'attribution', 'kind', 'source', 'recorder'] as const;
export type BreakdownKey = (typeof breakdownKeys)[number];

export interface BreakdownView {
  readonly party: string;
  readonly issue: string;
  readonly by: BreakdownKey;
  readonly score: number | null;
  /** `key` is null for acts without one, such as those without a speaker. */
  readonly parts: readonly {
    readonly key: string | null;
    readonly acts: number;
    readonly share: number;
    readonly score: number;
  }[];
  readonly basis: Basis;
}

export interface VariantView extends Omit<StanceSummaryView, 'party' | 'issue'> {
  readonly variant: Variant;
  readonly model: Basis['model'];
}

export interface SensitivityView {
  readonly party: string;
  readonly issue: string;
  /** Whether the band is the same in all variants; null where there is no stance. */
  readonly robust: boolean | null;
  readonly variants: readonly VariantView[];
  readonly basis: Basis;
}

/** One event of the log: who recorded it, what it is about, why. */
export interface LearnedView {
  readonly sequence: number;
  readonly recordedAt: string;
  readonly recorder: string;
  /** The type of the event, such as `ActCorrected`, `SourceRetracted` or `IssueReframed`. */
  readonly event: string;
  readonly act: string | null;
  readonly source: string | null;
  readonly reason: string | null;
  readonly cause: string | null;
}

export type StandingView = Omit<StanceSummaryView, 'party' | 'issue'>;

export interface RevisionsView {
  readonly party: string;
  readonly issue: string;
  /** Only what was learned after it. */
  readonly afterSequence: number;
  readonly revisions: readonly (LearnedView & { readonly before: StandingView; readonly after: StandingView })[];
  readonly basis: Basis;
}

/** What an act does in a stance. */
export type PullView = Pick<ContributionView, 'value' | 'weight' | 'standing' | 'share'>;

export interface DifferencePartView {
  readonly act: string;
  readonly effect: DifferenceEffect;
  readonly part: number | null;
  readonly before: PullView | null;
  readonly after: PullView | null;
}

export interface DifferenceView {
  readonly party: string;
  readonly issue: string;
  readonly before: StandingView & { readonly contributionsTotal: number };
  readonly after: StandingView & { readonly contributionsTotal: number };
  readonly change: number | null;
  /** The greatest first. */
  readonly parts: readonly DifferencePartView[];
  readonly partsTotal: number;
  /** What the parts that are not shown sum to; null where there is no change to part. */
  readonly restPart: number | null;
  readonly sentence: string;
  readonly basis: SidesBasis;
}

export interface CellDifferenceView {
  readonly party: string;
  readonly issue: string;
  readonly before: StandingView;
  readonly after: StandingView;
  readonly change: number | null;
}

export interface DifferencesView {
  readonly items: readonly CellDifferenceView[];
  /** How many cells changed, shown or not. */
  readonly changed: number;
  readonly basis: SidesBasis;
}
