import type { ActKind } from '../acts/act-kind.js';
import { occurrenceSaid } from './said-occurrence.js';

export interface ActSaid {
  readonly kind: ActKind;
  /** As it was given. */
  readonly occurred: string;
}

/** “the proposal of 20 April”. */
export function actSaid({ kind, occurred }: ActSaid, year: string | null): string {
  return `the ${kind} of ${occurrenceSaid(occurred, year)}`;
}
