import type { Pairs } from './alternate.js';
import { median } from './median.js';

/** One row of DESIGN section 10, measured. */
export interface RowResult {
  readonly row: number;
  readonly job: string;
  readonly unit: string;
  readonly ours: number;
  readonly baseline: number | null;
  /** What is compared with the target: a ratio, or where there is no baseline the figure itself. */
  readonly reached: number;
  /** The same of each round, the least and the greatest. */
  readonly range: readonly [number, number];
  /** null where the design sets none. */
  readonly target: Target | null;
  readonly isReached: boolean | null;
  readonly notes: readonly string[];
}

export interface Target {
  readonly bound: 'at least' | 'at most';
  readonly value: number;
}

export interface Measured {
  readonly row: number;
  readonly job: string;
  readonly unit: string;
  readonly target: Target | null;
  readonly notes: readonly string[];
}

/** A row measured in turns with its baseline: the ratio of the medians, of figures of which more is better. */
export function compared(measured: Measured, pairs: Pairs): RowResult {
  const ours = median(pairs.ours);
  const baseline = median(pairs.theirs);
  const each = pairs.ours.map((figure, round) => figure / pairs.theirs[round]!);
  return resultOf(measured, { ours, baseline, reached: ours / baseline, each });
}

/** A row without a baseline. */
export function absolute(measured: Measured, figures: readonly number[]): RowResult {
  const ours = median(figures);
  return resultOf(measured, { ours, baseline: null, reached: ours, each: figures });
}

interface Figures {
  readonly ours: number;
  readonly baseline: number | null;
  readonly reached: number;
  readonly each: readonly number[];
}

function resultOf({ target, ...measured }: Measured, { each, ...figures }: Figures): RowResult {
  const isReached = target && isWithin(figures.reached, target);
  return { ...measured, ...figures, range: [Math.min(...each), Math.max(...each)], target, isReached };
}

function isWithin(reached: number, { bound, value }: Target): boolean {
  return bound === 'at least' ? reached >= value : reached <= value;
}
