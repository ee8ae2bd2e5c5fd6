import type { InForce } from './in-force.js';

/** What a model's fold over the acts in force comes to: Σ term, Σ term · value and so on, in units of 2^scale. */
export class Sums {
  /** The position of the first act that has a say in the score; those before it are in force without one. */
  first = 0;
  scale = 0;
  total = 0;
  private weighted = 0;
  private squared = 0;
  private least = Infinity;
  private greatest = -Infinity;

  clear(): void {
    this.first = 0;
    this.scale = 0;
    this.total = 0;
    this.weighted = 0;
    this.squared = 0;
    this.least = Infinity;
    this.greatest = -Infinity;
  }

  /** Adds the acts from this position on, by the terms that the model wrote. Locals, since fields would cost double. */
  add({ cell, rows, terms, count }: InForce, from: number): void {
    const { value: values } = cell.columns;
    let { total, weighted, squared, least, greatest } = this;
    for (let at = from; at < count; at++) {
      const value = values[rows[at] ?? 0] ?? 0;
      const term = terms[at] ?? 0;
      const part = term * value;
      total += term;
      weighted += part;
      squared += part * value;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    this.total = total;
    this.weighted = weighted;
    this.squared = squared;
    this.least = least;
    this.greatest = greatest;
  }

  /** Exact while nothing underflows: powers of two only. */
  rescale(factor: number): void {
    this.total *= factor;
    this.weighted *= factor;
    this.squared *= factor;
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
