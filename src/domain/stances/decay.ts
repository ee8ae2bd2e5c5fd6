import type { CodeBook } from './code-book.js';
import type { Columns } from './columns.js';
import { Factors } from './factors.js';
import { halfLivesIn } from './half-life.js';
import { mantissaOf } from './mantissa-of.js';
import { powerOfTwo } from './power-of-two.js';
import { Settled } from './settled.js';
import { type Strip, stripWidth } from './strip.js';

interface Scaled {
  readonly standing: number;
  readonly columns: Columns;
  readonly scale: number;
}

/** So far from the unit may an e lie, and so small may a value be, that no sum or product loses digits to underflow. */
const exponentMax = 400;
const valueMin = 1e-18;

/**
 * What DESIGN section 5 makes of each row of a cell under one code book and half-life, kept so that a question needs
 * no power of two per row: weight · m with m = 2^(x − e), and e = ⌊x⌋, where x = effective / halfLife.
 *
 * A scan reads one strip of memory from its start: a row's effective, from, term and value side by side. While all e
 * are near enough to each other the terms are in one common unit, weight · m · 2^(e − unit), so that nothing need be
 * scaled on the way: powers of two scale exactly, whatever the unit. Rows are derived when first asked for.
 */
export class Decay implements Strip {
  numbers = new Float64Array(0);
  /** The common unit of all terms; null when they are too far apart, and each is in the unit of its own e. */
  unit: number | null = null;
  private length = 0;
  readonly settled = new Settled();
  private readonly factors: Factors;

  constructor(
    readonly codeBook: CodeBook,
    readonly halfLifeDays: number,
  ) {
    this.factors = Factors.of(codeBook);
  }

  get byteSize(): number {
    return this.numbers.byteLength;
  }

  get rows(): number {
    return this.length;
  }

  isUpTo(length: number): boolean {
    return this.length === length;
  }

  /** Derives the rows up to `length` that are not derived yet. */
  extend(columns: Columns, length: number): void {
    if (this.length === length) return;
    this.fit(columns);
    if (this.length === 0) this.unit = this.exponentAt(columns, length - 1);
    this.deriveRows(columns, this.length, length);
    this.length = length;
  }

  /** Follows a row that was put into the columns at `row`. */
  insert(columns: Columns, row: number): void {
    if (row >= this.length) return;
    this.settled.touch(row);
    this.fit(columns);
    this.numbers.copyWithin((row + 1) * stripWidth, row * stripWidth, this.length * stripWidth);
    this.length += 1;
    this.deriveRows(columns, row, row + 1);
  }

  /** weight · standing · m, left to right, in the unit of the row’s own e; as kept for a standing of 1. */
  weightedBy(standing: number, columns: Columns, row: number): number {
    if (standing === 1) return this.weighted(row);
    return this.factors.weightOf(columns, row) * standing * this.mantissa(columns, row);
  }

  /** weight · standing · m · 2^(e − scale), scale not being before e: the common unit on the way changes no bit. */
  termOf(row: number, { standing, columns, scale }: Scaled): number {
    if (standing === 1 && this.unit !== null)
      return (this.numbers[row * stripWidth + 2] ?? 0) * powerOfTwo(this.unit - scale);
    return this.weightedBy(standing, columns, row) * powerOfTwo(this.exponentOf(row) - scale);
  }

  /** e of a row: found anew, since a division costs less than another column to read from. */
  exponentOf(row: number): number {
    return Math.floor(halfLivesIn(this.numbers[row * stripWidth] ?? 0, this.halfLifeDays));
  }

  /** Whether the row is derived. */
  has(row: number): boolean {
    return row < this.length;
  }

  valueOf(row: number): number {
    return this.numbers[row * stripWidth + 3] ?? 0;
  }

  private weighted(row: number): number {
    const term = this.numbers[row * stripWidth + 2] ?? 0;
    return this.unit === null ? term : term * powerOfTwo(this.unit - this.exponentOf(row));
  }

  /** In the common unit, unless one of them is too far from it: then there is none from now on. */
  private deriveRows(columns: Columns, first: number, stop: number): void {
    for (let row = first; row < stop; row++) {
      if (this.unit !== null && !this.isNear(columns, row)) {
        this.unit = null;
        return this.deriveRows(columns, 0, Math.max(this.length, stop));
      }
      this.derive(columns, row);
    }
  }

  private derive(columns: Columns, row: number): void {
    const at = row * stripWidth;
    const exponent = this.exponentAt(columns, row);
    const term = this.factors.weightOf(columns, row) * this.mantissa(columns, row);
    this.numbers[at] = columns.effective[row] ?? 0;
    this.numbers[at + 1] = columns.from[row] ?? 0;
    this.numbers[at + 2] = this.unit === null ? term : term * powerOfTwo(exponent - this.unit);
    this.numbers[at + 3] = columns.value[row] ?? 0;
  }

  private isNear(columns: Columns, row: number): boolean {
    const value = Math.abs(columns.value[row] ?? 0);
    const distance = Math.abs(this.exponentAt(columns, row) - (this.unit ?? 0));
    return distance <= exponentMax && (value === 0 || value >= valueMin);
  }

  private exponentAt({ effective }: Columns, row: number): number {
    return Math.floor(halfLivesIn(effective[row] ?? 0, this.halfLifeDays));
  }

  private mantissa({ effective }: Columns, row: number): number {
    const x = halfLivesIn(effective[row] ?? 0, this.halfLifeDays);
    return mantissaOf(x - Math.floor(x));
  }

  private fit({ capacity }: Columns): void {
    if (this.numbers.length === capacity * stripWidth) return;
    const { numbers } = this;
    this.numbers = new Float64Array(capacity * stripWidth);
    this.numbers.set(numbers);
  }
}
