import type { Band } from '../issues/issue-content.js';
import type { Instant } from '../time/instant.js';
import type { StanceModel } from './models/stance-model.js';
import type { Selection } from './selection.js';
import type { Weighing } from './weighing.js';

/** How to look at a cell: everything of a basis but its valid time. */
export interface Lens extends Weighing {
  /** K: what the log held up to this sequence. */
  readonly sequence: number;
  readonly model: StanceModel;
  readonly bands: readonly Band[];
  readonly selection: Selection;
}

export interface StanceQuestion extends Lens {
  /** T, in milliseconds since 1970. */
  readonly validAt: Instant;
  /** How many contributions to list, those of greatest share; all when left out. */
  readonly contributionsMax?: number;
}

/** The part [from, to) of a stance's history; null: from the first step, open at the end. */
export interface TimelineQuestion extends Lens {
  readonly from: Instant | null;
  readonly to: Instant | null;
}
