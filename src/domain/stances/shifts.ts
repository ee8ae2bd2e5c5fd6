import type { Band } from '../issues/issue-content.js';
import type { Instant } from '../time/instant.js';
import type { Segment, StepAct } from './segment.js';

export interface Shift {
  readonly at: Instant;
  /** Bands, by label. */
  readonly from: string;
  readonly to: string;
  /** Scores. */
  readonly before: number;
  readonly after: number;
  /** The acts of the step itself. */
  readonly trigger: readonly StepAct[];
  /** All step acts since the previous shift or entry, this step's included. */
  readonly acts: readonly StepAct[];
}

export interface Stretch {
  readonly band: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface Trajectory {
  readonly shifts: readonly Shift[];
  readonly trajectory: readonly Stretch[];
}

export declare function shiftsOf(segments: readonly Segment[], bands: readonly Band[], margin?: number): Trajectory;
