import type { ActKind } from '../../domain/acts/act-kind.js';
import type { StandingView } from './analysis-views.js';
import type { Basis } from './basis.js';

/** An act that cites a source; whether it has effect while the source counts, and while it does not. */
export interface DependentActView {
  readonly act: string;
  readonly party: string;
  readonly kind: ActKind;
  readonly occurred: string;
  readonly effective: string;
  readonly state: 'recorded' | 'retracted';
  readonly hasEffect: { readonly with: boolean; readonly without: boolean };
}

/** A stance with a source counting and without; `influence` is the difference of the scores, null if one is null. */
export interface DependentStanceView {
  readonly party: string;
  readonly issue: string;
  readonly with: StandingView;
  readonly without: StandingView;
  readonly influence: number | null;
}

export interface DependentsView {
  readonly source: string;
  /** At K; null when it was captured later. */
  readonly state: 'captured' | 'retracted' | null;
  readonly acts: readonly DependentActView[];
  readonly stances: readonly DependentStanceView[];
  readonly basis: Basis;
}
