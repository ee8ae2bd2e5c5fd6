import type { ActKind } from '../../domain/acts/act-kind.js';
import type { Basis } from '../asking/basis.js';
import type { StanceSummaryView } from '../asking/views.js';
import type { ReplayBy } from './replay-by.js';

export type ReplayedStance = Omit<StanceSummaryView, 'party' | 'issue'>;

/** What an act did to a stance, and when by the replay's clock. */
export interface ReplayEventView {
  readonly clock: string;
  /** Of the log event that did it; null unless the replay goes along knowledge. */
  readonly sequence: number | null;
  readonly party: string;
  readonly issue: string;
  /** Null where no act did it, but what the log holds of its issue or of mandates. */
  readonly act: string | null;
  readonly kind: ActKind | null;
  readonly occurred: string | null;
  /** Just before the clock, and at it: several acts at once share them. */
  readonly before: ReplayedStance;
  readonly after: ReplayedStance;
}

/** The end of a replay. */
export interface ReplaySummaryView {
  readonly by: ReplayBy;
  readonly from: string | null;
  /** Null where it ends before the log's first event. */
  readonly to: string | null;
  /** How many there were, from the very beginning. */
  readonly events: number;
  /** Every stance at the end that is not undeclared. */
  readonly stances: readonly StanceSummaryView[];
  /** What the stances at the end were computed on. */
  readonly basis: Basis;
}
