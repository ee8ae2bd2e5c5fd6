import type { ActEvent } from '../domain/shared/domain-event.js';
import type { ActKind } from '../domain/acts/act-kind.js';

/** One event of an act's stream, in its place in the log. */
export interface ActVersion {
  readonly act: string;
  /** The sequence of the act's first event: its identity among rows. */
  readonly number: number;
  readonly revision: number;
  readonly sequence: number;
  readonly recordedAt: number;
  readonly recorder: string;
  readonly command: string;
  readonly event: ActEvent;
}

/** An act as everything recorded of it up to some K; the first event first. */
export type ActHistory = readonly ActVersion[];

/** Where acts that cite a source lean; by numbers. */
export interface CitingCell {
  readonly party: number;
  readonly issue: number | null;
}

export interface CitingAsked {
  readonly sequence: number;
  readonly effectiveBy: number;
}

/** What to list; null does not filter. Numbers identify catalogue entries. */
export interface ActFilter {
  readonly party: number | null;
  readonly issue: number | null;
  readonly kind: ActKind | null;
  readonly speaker: number | null;
  readonly source: number | null;
  /** Acts that occurred wholly within [from, to]. */
  readonly from: number | null;
  readonly to: number | null;
  /** Acts of the kinds that stay open, not retracted, that are in their time at this instant. */
  readonly openAt: number | null;
  /** Words that each must occur in the summary or in a quote. */
  readonly words: readonly string[];
}

/** A place in the list: newest first is (effective, number) descending. */
export interface ActPlace {
  readonly effective: number;
  readonly number: number;
}

/** An act that a list found, as it was at K; `number` of its place identifies it. */
export interface ListedAct {
  readonly id: string;
  readonly party: number;
  readonly place: ActPlace;
}

export interface ActPage {
  readonly sequence: number;
  readonly filter: ActFilter;
  readonly after: ActPlace | null;
  readonly limit: number;
}

/** Acts as views hold them, at a sequence K of at most the head. */
export abstract class Acts {
  /** Empty when it was not recorded by K. */
  abstract history(act: string, sequence: number): ActHistory;
  abstract byNumber(number: number, sequence: number): ActHistory;
  /** Newest first, each with the place to go on after. */
  abstract list(page: ActPage): readonly ListedAct[];
  /**
   * Every act of which some version up to K leans on the issue, or is a withdrawal, by the party: one after the other
   * as they are asked for.
   */
  abstract evidence(party: string, issue: string, sequence: number): Iterable<ActHistory>;
  /**
   * The sources that each of these acts cites, both by number: in its last version up to K that leans on the issue by
   * the party, or is a withdrawal by it.
   */
  abstract sourcesCited(party: string, issue: string, sequence: number): ReadonlyMap<number, readonly number[]>;
  /**
   * Each cell that some version of an act up to K leans on that cites the source, by its number, and counts from
   * `effectiveBy` on at the latest. Of a withdrawal there is one more, without issue: whatever it withdraws.
   */
  abstract cellsCiting(source: number, asked: CitingAsked): readonly CitingCell[];
  /** Every act of which some version up to K cites the source: one after the other as they are asked for. */
  abstract citing(source: string, sequence: number): Iterable<ActHistory>;
}
