import type { Progress } from './build-progress.js';

export type RunnerState =
  { readonly name: 'starting' | 'following' } | { readonly name: 'away' | 'stopped'; readonly why: string };

export interface Starting {
  /** How far the views have been built. */
  readonly onProgress?: Progress | undefined;
  /** The log cannot be reached yet, and why; it is tried again until it can, or the node is stopped. */
  readonly onAway?: ((why: string) => void) | undefined;
}
