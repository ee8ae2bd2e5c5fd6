import type { Instant } from '../time/instant.js';
import type { StanceSummary } from './stance.js';

/** An act that took part in a step of a stance. */
export interface StepAct {
  readonly act: number;
  readonly effective: Instant;
}

/** A part [from, to) of a timeline throughout which status, score and band stay the same. */
export interface Segment extends Omit<StanceSummary, 'strength'> {
  readonly from: Instant;
  /** null: open. */
  readonly to: Instant | null;
  /**
   * What made the step at `from`, in (effective, act) order: the acts that entered or left or whose standing changed,
   * and every withdrawal behind that whose own standing changed. Empty where strength merely faded.
   */
  readonly acts: readonly StepAct[];
}
