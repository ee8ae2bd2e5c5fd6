/** Numbers a row in a strip: effective, from, term, value. */
export const stripWidth = 4;

/** Rows of a cell side by side in one piece of memory, their terms in one common unit. */
export interface Strip {
  readonly numbers: Float64Array;
  /** How many rows. */
  readonly rows: number;
}
