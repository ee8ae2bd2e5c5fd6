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
  readonly target: Target;
  readonly isReached: boolean;
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
  readonly target: Target;
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
  const { bound, value } = target;
  const isReached = bound === 'at least' ? figures.reached >= value : figures.reached <= value;
  return { ...measured, ...figures, range: [Math.min(...each), Math.max(...each)], target, isReached };
}
