import type { ActKind, Attribution } from '../acts/act-kind.js';
import type { Grade } from '../sources/source-content.js';
import type { Instant } from '../time/instant.js';

/** Which acts may contribute to a stance; null leaves a field open. A withdrawal outside it still acts. */
export interface Selection {
  readonly kinds: readonly ActKind[] | null;
  /** Speakers by number; acts without a speaker drop out. */
  readonly speakers: ReadonlySet<number> | null;
  /** By the code book's value, not by letter: F stands between C and D. */
  readonly minReliability: Grade | null;
  readonly minAttribution: Attribution | null;
  /** Acts that occurred wholly within: start ≥ occurredFrom, effective ≤ occurredTo. */
  readonly occurredFrom: Instant | null;
  readonly occurredTo: Instant | null;
  /** Whether a mandate covers what this speaker did; acts without a speaker drop out. */
  readonly mandated: ((speaker: number, start: Instant, effective: Instant) => boolean) | null;
}

export const everyAct: Selection = {
  kinds: null,
  speakers: null,
  minReliability: null,
  minAttribution: null,
  occurredFrom: null,
  occurredTo: null,
  mandated: null,
};
