import type { RowResult } from '../measure/result.js';
import type { BenchOptions } from '../options.js';

/** What a row needs to be measured. */
export interface BenchRun {
  readonly options: BenchOptions;
  /** The folder of the history, made on first use. */
  history(): Promise<string>;
  /** The folder of the history with views that are of this program, built on first use. */
  historyWithViews(): Promise<string>;
  /** A new empty folder on the same disk, gone after the run. */
  throwAway(): string;
}

export type MeasureRow = (run: BenchRun) => Promise<RowResult>;
