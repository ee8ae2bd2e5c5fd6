import type { Instant } from '../time/instant.js';
import type { Exceptions } from './exceptions.js';
import type { FoldedRows } from './folded-rows.js';
import { type Strip, stripWidth } from './strip.js';

/** Looks in vain after which what is settled is found anew, for an earlier T. */
const missesMax = 8;

/**
 * What the rows from the front of a cell on come to that are settled, as far as all that is known of it goes: each is
 * in force for good, or out of it for good, closed or over, and no later T makes another thing of it, unless it is
 * touched. A scan goes on from there with the very sums that it would have come to, so that what is asked again and
 * again, how things stand as known now, costs as much as is still open.
 */
export class Settled implements FoldedRows {
  rows = 0;
  total = 0;
  weighted = 0;
  squared = 0;
  least = Infinity;
  greatest = -Infinity;
  /** How many of the rows are exceptions: all of these are out. */
  places = 0;
  /** Good from this T on. */
  private validAt: Instant = -Infinity;
  private exceptions: Exceptions | null = null;
  private misses = 0;

  /** Forgets what is settled, if this row is part of it. */
  touch(row: number): void {
    if (row < this.rows) this.clear();
  }

  /** Whether there are settled rows at T; settles what it can. */
  look(strip: Strip, exceptions: Exceptions, validAt: Instant): boolean {
    if (exceptions !== this.exceptions) this.clear();
    this.exceptions = exceptions;
    if (this.isMissed(validAt)) return false;
    this.settle(strip, exceptions, validAt);
    return this.rows > 0;
  }

  private clear(): void {
    this.rows = 0;
    this.total = 0;
    this.weighted = 0;
    this.squared = 0;
    this.least = Infinity;
    this.greatest = -Infinity;
    this.places = 0;
    this.validAt = -Infinity;
    this.misses = 0;
  }

  private isMissed(validAt: Instant): boolean {
    this.misses = validAt >= this.validAt ? 0 : this.misses + 1;
    if (this.misses >= missesMax) this.clear();
    return this.misses > 0;
  }

  private settle(strip: Strip, exceptions: Exceptions, validAt: Instant): void {
    for (;;) {
      const isLast = this.places === exceptions.count;
      const stop = isLast ? strip.rows : exceptions.rowAt(this.places);
      if (this.rows < stop) this.settleRows(strip.numbers, stop, validAt);
      if (this.rows < stop || isLast || !this.settleOut(exceptions, validAt)) return;
    }
  }

  private settleRows(numbers: Float64Array, stop: number, validAt: Instant): void {
    const begin = this.rows * stripWidth;
    const end = stop * stripWidth;
    let at = begin;
    for (; at < end; at += stripWidth) {
      const effective = numbers[at] ?? 0;
      if (effective > validAt) break;
      this.validAt = Math.max(this.validAt, effective);
      this.add(numbers[at + 2] ?? 0, numbers[at + 3] ?? 0);
    }
    this.rows = Math.trunc(at / stripWidth);
  }

  private add(term: number, value: number): void {
    const part = term * value;
    this.total += term;
    this.weighted += part;
    this.squared += part * value;
    this.least = Math.min(this.least, value);
    this.greatest = Math.max(this.greatest, value);
  }

  /** Whether the next exception is out for good: nothing later is known, so whatever is closed stays so. */
  private settleOut(exceptions: Exceptions, validAt: Instant): boolean {
    if (exceptions.toAt(this.places) === Infinity) {
      const end = exceptions.endAt(this.places);
      if (end > validAt) return false;
      this.validAt = Math.max(this.validAt, end);
    }
    this.rows += 1;
    this.places += 1;
    return true;
  }
}
