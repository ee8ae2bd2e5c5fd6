import type { CheckpointText } from '../domain/audit/checkpoint.js';
import type { Continuation } from './judge.js';
import type { Kept } from './kept.js';
import type { Fault } from './refused.js';

/** What a look at the server came to. */
export interface Outcome {
  /** `first`: nothing was kept before. `unreachable`: there was nothing that could be judged, for whatever reason. */
  readonly outcome: 'first' | Continuation | 'refused' | 'unreachable';
  readonly url: string;
  /** When: RFC 3339. */
  readonly at: string;
  /** The file in which is kept what is believed. */
  readonly state: string;
  readonly before: Kept | null;
  /** What is kept now. */
  readonly kept: Kept | null;
  /** Whether its keys are believed because the server named them. */
  readonly isFirstUse: boolean;
  readonly refusal: Refusal | null;
  /** Why there was nothing to judge. */
  readonly why: string | null;
}

export interface Refusal {
  readonly fault: Fault;
  readonly detail: string;
  /** What the checkpoint says that was refused; null where it says nothing. */
  readonly claimed: CheckpointText | null;
  readonly note: string | null;
  /** The file that keeps both checkpoints and the proof; null where it could not be written. */
  readonly evidence: string | null;
}
