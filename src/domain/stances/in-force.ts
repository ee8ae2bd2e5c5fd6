import type { Cell } from './cell.js';
import type { Weighing } from './weighing.js';

/**
 * The acts in force that pass the selection, in (effective, act) order: what a model folds. They are kept as ranges of
 * consecutive rows with one standing, since mostly there is nothing to leave out between two acts.
 */
export class InForce {
  /** How many acts. */
  count = 0;
  /** How many ranges. */
  ranges = 0;
  readonly firsts: number[] = [];
  readonly stops: number[] = [];
  /** Greater than 0, at most 1. */
  readonly standings: number[] = [];

  constructor(
    public cell: Cell,
    public lens: Weighing,
  ) {}

  /** −1 when nothing is in force. */
  get lastRow(): number {
    return (this.stops[this.ranges - 1] ?? 0) - 1;
  }

  /** Starts over with another question, in the same room. */
  about(cell: Cell, lens: Weighing): void {
    this.cell = cell;
    this.lens = lens;
    this.count = 0;
    this.ranges = 0;
  }

  /** The first range that has a row at or after this one. */
  rangeFrom(row: number): number {
    let low = 0;
    let high = this.ranges;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.stops[middle] ?? 0) > row) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Adds the rows from `first` up to `stop`, all after those there are. */
  push(first: number, stop: number, standing: number): void {
    if (first >= stop || standing === 0) return;
    const last = this.ranges - 1;
    if (last >= 0 && this.stops[last] === first && this.standings[last] === standing) {
      this.stops[last] = stop;
    } else {
      this.firsts[this.ranges] = first;
      this.stops[this.ranges] = stop;
      this.standings[this.ranges] = standing;
      this.ranges += 1;
    }
    this.count += stop - first;
  }
}
