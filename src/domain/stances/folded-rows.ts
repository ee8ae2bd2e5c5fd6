/** The rows from the front on, and what those of them come to that are in force, with the extremes of their values. */
export interface FoldedRows {
  readonly rows: number;
  readonly total: number;
  readonly weighted: number;
  readonly squared: number;
  readonly least: number;
  readonly greatest: number;
}
