import type { ActionMode, ActKind, Attribution } from '../acts/act-kind.js';
import type { Grade } from '../sources/source-content.js';
import type { Instant } from '../time/instant.js';

/** Instead of a text's number, where an act's citations show several. */
export const severalTexts = -1;

/**
 * One act's coding on one issue, as it had effect during the log sequences [from, to).
 * Instants are milliseconds since 1970; `to` and `end` are Infinity while open.
 */
export interface CellRow {
  /** The sequence of the act's first recording: its identity and its place among acts of the same instant. */
  readonly act: number;
  readonly from: number;
  readonly to: number;
  /** When the act may have happened at the earliest, in valid time. */
  readonly start: Instant;
  /** From when on it counts; an instant act has start = effective. */
  readonly effective: Instant;
  /** The first instant at which it is over. */
  readonly end: Instant;
  /** −1 … +1. */
  readonly value: number;
  readonly kind: ActKind;
  readonly mode: ActionMode | null;
  readonly attribution: Attribution;
  /** The grade of greatest reliability among the citations that count. */
  readonly grade: Grade;
  /** 0.01 … 1. */
  readonly certainty: number;
  /** The speaker's number, 0 for none; below 2³¹. */
  readonly speaker: number;
  /** The number of the one distinct source text among the citations that count, −1 when there are more; below 2³¹. */
  readonly text: number;
}
