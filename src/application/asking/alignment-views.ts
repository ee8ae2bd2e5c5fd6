import type { Alignment } from '../../domain/stances/alignment.js';
import type { Basis } from './basis.js';
import type { StanceStatus, TimelineView } from './views.js';

/** The scores of two parties on one issue, and how near they are. */
export interface IssueAlignmentView {
  readonly issue: string;
  readonly a: number;
  readonly b: number;
  readonly alignment: number;
}

export interface PairView extends Alignment {
  readonly a: string;
  readonly b: string;
  /** The issues on which both have a score. */
  readonly issues: readonly IssueAlignmentView[];
}

export interface AlignmentView {
  readonly pairs: readonly PairView[];
  readonly basis: Basis;
}

export interface AlignmentSegmentView extends Alignment {
  readonly from: string;
  readonly to: string | null;
  readonly acts: readonly string[];
}

/** What was asked stands beside the basis. */
export interface AlignmentTimelineView {
  readonly a: string;
  readonly b: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly segments: readonly AlignmentSegmentView[];
  readonly basis: TimelineView['basis'];
}

export interface NearestPartyView extends Alignment {
  readonly party: string;
}

/** The others, the nearest first. */
export interface NearestPartiesView {
  readonly party: string;
  readonly minIssues: number;
  readonly nearest: readonly NearestPartyView[];
  readonly basis: Basis;
}

export type NetworkMode = 'two' | 'one';

export interface NodeView {
  readonly id: string;
  readonly kind: 'party' | 'issue';
  readonly label: string;
}

/** A party's stance on an issue; there is none where it is undeclared. */
export interface StanceEdgeView {
  readonly party: string;
  readonly issue: string;
  readonly status: StanceStatus;
  readonly mixed: boolean;
  readonly score: number;
  readonly band: string | null;
  readonly strength: number;
}

/** Two parties that have a score on some issue both. */
export interface PairEdgeView {
  readonly a: string;
  readonly b: string;
  readonly n: number;
  readonly alignment: number;
  readonly agreement: number;
}

/** Who stands where (two-mode: parties and issues), or how near parties are (one-mode). */
export type NetworkView = { readonly nodes: readonly NodeView[]; readonly basis: Basis } & (
  | { readonly mode: 'two'; readonly edges: readonly StanceEdgeView[] }
  | { readonly mode: 'one'; readonly edges: readonly PairEdgeView[] }
);
