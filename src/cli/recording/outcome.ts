import type { Suggestion } from '../server/problem.js';
import type { Thing } from './planned.js';
import type { Place } from './record-document.js';

export const results = ['recorded', 'already there', 'checked', 'checked in part', 'refused', 'skipped'] as const;
export type Result = (typeof results)[number];

/** What every write answers with, as far as we tell it on. */
export interface Receipt {
  readonly id: string;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly revision: number;
}

/** One thing wrong, where the recorder wrote it. */
export interface Fault {
  readonly place: Place;
  readonly code: string;
  readonly detail: string;
  readonly suggestions: readonly Suggestion[];
}

export interface Denial {
  readonly code: string;
  readonly detail: string;
  readonly faults: readonly Fault[];
  /** What to do about it. */
  readonly advice: string | null;
}

/** What became of one thing that a file asked for. */
export interface Outcome {
  readonly thing: Thing;
  readonly name: string;
  readonly id: string | null;
  readonly place: Place;
  readonly result: Result;
  readonly receipt?: Receipt;
  readonly denial?: Denial;
  /** Names or ids of acts that may be this very deed, coded before from another document. */
  readonly similar?: readonly string[];
  /** What was left unchecked, or why it was skipped. */
  readonly note?: string;
}
