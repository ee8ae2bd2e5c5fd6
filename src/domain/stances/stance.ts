import type { ActKind } from '../acts/act-kind.js';
import type { Instant } from '../time/instant.js';
import type { Voices } from './voices.js';

export type StanceStatus = 'undeclared' | 'faded' | 'provisional' | 'held';

/** What a matrix shows of a stance. */
export interface StanceSummary {
  readonly status: StanceStatus;
  /** The spread is at least 0.5: a score near 0 is then two voices, not a middle. */
  readonly mixed: boolean;
  /** −1 … +1; null when undeclared. */
  readonly score: number | null;
  readonly band: string | null;
  readonly strength: number;
}

/** One act's part in a stance. */
export interface Contribution {
  readonly act: number;
  readonly kind: ActKind;
  readonly effective: Instant;
  readonly value: number;
  /** The code book's, before standing and decay. */
  readonly weight: number;
  /** Greater than 0, at most 1; below 1 when a withdrawal that is not certain names the act. */
  readonly standing: number;
  /** The shares of all contributions sum to 1. */
  readonly share: number;
}

/** An act that may already have happened: start < validAt < effective. */
export interface PendingAct {
  readonly act: number;
  readonly kind: ActKind;
  readonly start: Instant;
  readonly effective: Instant;
  readonly value: number;
}

export interface Stance extends StanceSummary {
  readonly spread: number;
  /** Of a mixed stance alone, whose score and band would mislead; else null. */
  readonly voices: Voices | null;
  /** In (effective, act) order; all of them, or as many of greatest share as were asked for. */
  readonly contributions: readonly Contribution[];
  readonly contributionsTotal: number;
  /** What the contributions left out have together. */
  readonly restShare: number;
  readonly pending: readonly PendingAct[];
}
