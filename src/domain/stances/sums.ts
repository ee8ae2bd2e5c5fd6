import { powerOfTwo } from './power-of-two.js';

/** What a model's fold over acts in force comes to: Σ term, Σ term · value and so on, in units of 2^scale. */
export class Sums {
  /** The position among the acts in force of the first that has a say in the score. */
  first = 0;
  scale = 0;
  total = 0;
  weighted = 0;
  squared = 0;
  least = Infinity;
  greatest = -Infinity;

  clear(): void {
    this.first = 0;
    this.scale = 0;
    this.total = 0;
    this.weighted = 0;
    this.squared = 0;
    this.least = Infinity;
    this.greatest = -Infinity;
  }

  add(term: number, value: number): void {
    const part = term * value;
    this.total += term;
    this.weighted += part;
    this.squared += part * value;
    if (value < this.least) this.least = value;
    if (value > this.greatest) this.greatest = value;
  }

  /** Goes over to another unit: by a power of two, which is exact. */
  scaleTo(scale: number): void {
    const factor = this.total === 0 ? 0 : powerOfTwo(this.scale - scale);
    this.total *= factor;
    this.weighted *= factor;
    this.squared *= factor;
    this.scale = scale;
  }

  /** The mean of the values by their terms, kept within the values: unanimous acts give exactly theirs. */
  get score(): number {
    const mean = this.weighted / this.total;
    return Math.min(Math.max(mean, this.least), this.greatest) + 0;
  }

  /** Σ share · value² − score²: spread² but for rounding, which a difference of squares magnifies. */
  get variance(): number {
    const { score } = this;
    return this.squared / this.total - score * score;
  }
}
