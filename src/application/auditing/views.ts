import type { StoredEventView } from '../tracing/views.js';

/** Hashes are shown in base 64, as checkpoints and proof files have them. */
export type ShownHash = string;

/** RFC 9162 section 2.1.3: the event is in the tree of the first `size` events, at `index` (its sequence − 1). */
export interface InclusionView {
  readonly sequence: number;
  readonly index: number;
  readonly size: number;
  readonly leafHash: ShownHash;
  readonly root: ShownHash;
  readonly path: readonly ShownHash[];
}

/** RFC 9162 section 2.1.4: the tree of the first `from` events begins that of the first `to`. */
export interface ConsistencyView {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: ShownHash;
  readonly toRoot: ShownHash;
  readonly path: readonly ShownHash[];
}

/** Which log it is, and the keys that sign for it as one line each, the current one first. */
export interface LogKeysView {
  readonly origin: string;
  readonly keys: readonly string[];
}

/** An event as stored, and what the tree holds for it. */
export interface CommittedEventView extends StoredEventView {
  /** Of its leaf, in hexadecimal digits as the hash of its data. */
  readonly leafHash: string;
}

/** `next` is where to go on after; null at the head. */
export interface LogPageView {
  readonly items: readonly CommittedEventView[];
  readonly next: number | null;
}
