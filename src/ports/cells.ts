import type { Cell } from '../domain/stances/cell.js';
import type { Withdrawals } from '../domain/stances/withdrawals.js';
import type { CellKey } from './projection.js';

/** How readers know an act. */
export interface ActLabel {
  readonly id: string;
  readonly occurred: string;
  /** The sequences [from, until) at which this is how it was known; null while it still is. */
  readonly from: number;
  readonly until: number | null;
}

/** The rows that stances are computed from, as the views hold them. */
export abstract class Cells {
  /** Every row of the cell, of all sequences; an empty cell when there is none. */
  abstract cell(key: CellKey): Cell;
  /** Every withdrawal that the party ever made, of all sequences. */
  abstract withdrawals(party: number): Withdrawals;
  /** The act with this number as it was known at K. */
  abstract label(act: number, sequence: number): ActLabel;
}
