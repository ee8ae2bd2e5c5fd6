import type { Cell } from './cell.js';
import type { Lens } from './stance-question.js';

/** The acts in force that pass the selection, in (effective, act) order: what a model folds. */
export class InForce {
  /** Rows of the cell, ascending. */
  rows = new Int32Array(16);
  /** Beside `rows`, once `partial`. */
  standings = new Float64Array(16);
  /** Beside `rows`: what the model made of each, in units of 2^scale of its sums. */
  terms = new Float64Array(16);
  count = 0;
  /** Whether standings are kept; until then every one is 1. */
  partial = false;

  /**
   * Whether every |value| and standing is 0 or far enough from 0 that terms can be scaled by hundreds of powers of two
   * without underflow. Only who folds in parts need find out.
   */
  tame = false;

  constructor(
    public cell: Cell,
    public lens: Lens,
  ) {}

  /** Starts over with another question, in the same room. */
  about(cell: Cell, lens: Lens): void {
    this.cell = cell;
    this.lens = lens;
    this.count = 0;
    this.partial = false;
  }

  /** Makes room for this many in all. */
  reserve(capacity: number): void {
    if (capacity <= this.rows.length) return;
    const roomy = Math.ceil(capacity * 1.5);
    const { rows, standings } = this;
    this.rows = new Int32Array(roomy);
    this.standings = new Float64Array(roomy);
    this.terms = new Float64Array(roomy);
    this.rows.set(rows);
    this.standings.set(standings);
  }

  row(position: number): number {
    return this.rows[position] ?? 0;
  }

  standing(position: number): number {
    return this.partial ? (this.standings[position] ?? 0) : 1;
  }

  /** Adds an act after the others, if any of it stands; the caller has reserved the room. */
  push(row: number, standing: number): void {
    if (standing === 0) return;
    if (standing !== 1) this.keepStandings();
    this.rows[this.count] = row;
    this.standings[this.count] = standing;
    this.count += 1;
  }

  /** Gives an act this standing, in its place; the caller has reserved the room. */
  put(row: number, standing: number): void {
    const position = this.positionOf(row);
    const isNew = position === this.count || this.rows[position] !== row;
    if (standing === 0) {
      if (!isNew) this.remove(position);
      return;
    }
    if (isNew) this.makeRoom(position);
    if (standing !== 1) this.keepStandings();
    this.rows[position] = row;
    this.standings[position] = standing;
  }

  private keepStandings(): void {
    if (this.partial) return;
    this.partial = true;
    this.standings.fill(1, 0, this.count);
  }

  private remove(position: number): void {
    this.rows.copyWithin(position, position + 1, this.count);
    this.standings.copyWithin(position, position + 1, this.count);
    this.count -= 1;
  }

  private makeRoom(position: number): void {
    this.rows.copyWithin(position + 1, position, this.count);
    this.standings.copyWithin(position + 1, position, this.count);
    this.count += 1;
  }

  private positionOf(row: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.row(middle) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
