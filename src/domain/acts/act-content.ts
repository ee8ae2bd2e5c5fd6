import type { ActionMode, ActKind, Attribution } from './act-kind.js';

/** One act's value on one issue's axis, −1 … +1. */
export interface Leaning {
  readonly issue: string;
  readonly value: number;
  readonly note: string | null;
}

export interface Translation {
  readonly language: string;
  readonly text: string;
  readonly by: 'human' | 'machine';
}

/** A quote verified in its source: offsets in Unicode code points, `end` exclusive. */
export interface Citation {
  readonly source: string;
  readonly exact: string;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly start: number;
  readonly end: number;
  readonly translation: Translation | null;
}

/** A citation as a recorder gives it, before its place in the source is known. */
export type CitationClaim = Omit<Citation, 'start' | 'end'> & {
  readonly start: number | null;
  readonly end: number | null;
};

export interface Threat {
  readonly measure: string;
  readonly deadline: string | null;
}

export interface Term {
  readonly issue: string;
  readonly text: string;
}

export interface Proposal {
  readonly terms: readonly Term[];
}

/** What a party did, as coded, with every default filled in; times are the raw strings of DESIGN section 4. */
export interface ActContentOf<C> {
  readonly kind: ActKind;
  readonly party: string;
  readonly speaker: string | null;
  readonly addressees: readonly string[];
  readonly occurred: string;
  readonly until: string | null;
  readonly summary: string;
  readonly leanings: readonly Leaning[];
  readonly attribution: Attribution;
  /** The probability, 0.01 … 1, that the party did this act as coded. */
  readonly certainty: number;
  readonly condition: string | null;
  readonly mode: ActionMode | null;
  readonly citations: readonly C[];
  readonly inResponseTo: string | null;
  readonly joint: string | null;
  readonly threat: Threat | null;
  readonly proposal: Proposal | null;
}

export type ActContent = ActContentOf<Citation>;

/** An act as a recorder claims it: its quotes are not verified yet. */
export type ActClaim = ActContentOf<CitationClaim>;
