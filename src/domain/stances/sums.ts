import type { FoldedRows } from './folded-rows.js';
import type { InForce } from './in-force.js';
import { powerOfTwo } from './power-of-two.js';

/** What a model's fold over acts in force comes to: Σ term, Σ term · value and so on, in units of 2^scale. */
export class Sums {
  /** The position among the acts in force of the first that has a say in the score. */
  first = 0;
  scale = 0;
  total = 0;
  weighted = 0;
  squared = 0;
  /** The extremes of the values up to this row, as far as the score ever needed them. */
  private seen = 0;
  private least = Infinity;
  private greatest = -Infinity;

  clear(): void {
    this.first = 0;
    this.scale = 0;
    this.total = 0;
    this.weighted = 0;
    this.squared = 0;
    this.seen = 0;
    this.least = Infinity;
    this.greatest = -Infinity;
  }

  /** Begins with what was folded before, in the unit that these are in. */
  take({ rows, total, weighted, squared, least, greatest }: FoldedRows): void {
    this.total = total;
    this.weighted = weighted;
    this.squared = squared;
    this.seen = rows;
    this.least = least;
    this.greatest = greatest;
  }

  add(term: number, value: number): void {
    const part = term * value;
    this.total += term;
    this.weighted += part;
    this.squared += part * value;
  }

  /** Goes over to another unit: by a power of two, which is exact. */
  scaleTo(scale: number): void {
    if (scale === this.scale) return;
    const factor = this.total === 0 ? 0 : powerOfTwo(this.scale - scale);
    this.total *= factor;
    this.weighted *= factor;
    this.squared *= factor;
    this.scale = scale;
  }

  /**
   * The mean of the values by their terms, kept within the values: unanimous acts give exactly theirs. Only rounding
   * carries it beyond them, so values are looked at until there is one on each side.
   */
  score(acts: InForce): number {
    const mean = this.weighted / this.total;
    this.look(mean, acts);
    return Math.min(Math.max(mean, this.least), this.greatest) + 0;
  }

  /** Σ share · value² − score²: spread² but for rounding, which a difference of squares magnifies. */
  variance(score: number): number {
    return this.squared / this.total - score * score;
  }

  private look(mean: number, acts: InForce): void {
    const { firsts, stops, ranges } = acts;
    if (this.first > 0) this.seen = acts.lastRow;
    for (let range = acts.rangeFrom(this.seen); range < ranges && !this.isWithin(mean); range++) {
      this.seen = Math.max(this.seen, firsts[range] ?? 0);
      this.lookAtRows(mean, acts, stops[range] ?? 0);
    }
  }

  private lookAtRows(mean: number, { cell }: InForce, stop: number): void {
    for (; this.seen < stop && !this.isWithin(mean); this.seen++) {
      const value = cell.valueOf(this.seen);
      this.least = Math.min(this.least, value);
      this.greatest = Math.max(this.greatest, value);
    }
  }

  private isWithin(mean: number): boolean {
    return this.least <= mean && mean <= this.greatest;
  }
}
