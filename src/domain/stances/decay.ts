import type { CodeBook } from './code-book.js';
import type { Columns } from './columns.js';
import { Factors } from './factors.js';
import { halfLivesIn } from './half-life.js';
import { mantissaOf } from './mantissa-of.js';

/**
 * What DESIGN section 5 makes of each row of a cell under one code book and half-life, kept so that a question needs
 * no power of two per row: weight · m with m = 2^(x − e), and e = ⌊x⌋, where x = effective / halfLife.
 * Rows are derived when first asked for; weight and m by themselves are too seldom needed to be worth their memory.
 */
export class Decay {
  weighted = new Float64Array(0);
  exponent = new Int32Array(0);
  private length = 0;
  private readonly factors: Factors;

  constructor(
    readonly codeBook: CodeBook,
    readonly halfLifeDays: number,
  ) {
    this.factors = Factors.of(codeBook);
  }

  get byteSize(): number {
    return this.weighted.byteLength + this.exponent.byteLength;
  }

  /** Derives the rows up to `length` that are not derived yet. */
  extend(columns: Columns, length: number): void {
    if (this.length === length) return;
    this.fit(columns);
    for (let row = this.length; row < length; row++) this.derive(columns, row);
    this.length = length;
  }

  /** Follows a row that was put into the columns at `row`. */
  insert(columns: Columns, row: number): void {
    if (row >= this.length) return;
    this.fit(columns);
    this.weighted.copyWithin(row + 1, row, this.length);
    this.exponent.copyWithin(row + 1, row, this.length);
    this.derive(columns, row);
    this.length += 1;
  }

  /** weight · standing · m, left to right: for a standing of 1 that is what is kept, to the bit. */
  weightedBy(standing: number, columns: Columns, row: number): number {
    if (standing === 1) return this.weighted[row] ?? 0;
    return this.factors.weightOf(columns, row) * standing * this.mantissa(columns, row);
  }

  exponentOf(row: number): number {
    return this.exponent[row] ?? 0;
  }

  private derive(columns: Columns, row: number): void {
    this.weighted[row] = this.factors.weightOf(columns, row) * this.mantissa(columns, row);
    this.exponent[row] = Math.floor(halfLivesIn(columns.effective[row] ?? 0, this.halfLifeDays));
  }

  private mantissa(columns: Columns, row: number): number {
    const x = halfLivesIn(columns.effective[row] ?? 0, this.halfLifeDays);
    return mantissaOf(x - Math.floor(x));
  }

  private fit({ capacity }: Columns): void {
    if (this.weighted.length === capacity) return;
    const { weighted, exponent } = this;
    this.weighted = new Float64Array(capacity);
    this.exponent = new Int32Array(capacity);
    this.weighted.set(weighted);
    this.exponent.set(exponent);
  }
}
