import type { Instant } from '../time/instant.js';
import type { Columns } from './columns.js';
import type { WithdrawableAct } from './withdrawable-act.js';
import type { Withdrawals } from './withdrawals.js';

/** Numbers an exception: its row, effective, from, to and end, side by side, since a scan needs them together. */
const width = 5;

/**
 * The exceptional rows of a cell, ascending: those that were closed, whose act ends, or whose act a withdrawal ever
 * named. All others have effect from their `from` on and are in force from their `effective` on, for good, so that a
 * scan takes them unseen. Found when first asked for, and kept up while rows come.
 */
export class Exceptions {
  private facts = new Float64Array(0);
  /** Beside them: the act, where withdrawals named it. */
  readonly acts: (WithdrawableAct | null)[] = [];
  /** How many there are: read before anything else of them, since most cells have none. */
  count = 0;
  private readonly named: number;
  private length = 0;

  constructor(private readonly withdrawals: Withdrawals) {
    this.named = withdrawals.named;
  }

  /** An estimate. */
  get byteSize(): number {
    return this.facts.byteLength + this.count * 8;
  }

  rowAt(place: number): number {
    return this.facts[place * width] ?? 0;
  }

  effectiveAt(place: number): Instant {
    return this.facts[place * width + 1] ?? 0;
  }

  /** The first sequence at which the row has no effect any more. */
  toAt(place: number): number {
    return this.facts[place * width + 3] ?? 0;
  }

  /** The first instant at which the act is over. */
  endAt(place: number): Instant {
    return this.facts[place * width + 4] ?? 0;
  }

  /** Whether the row has effect at K and, once it has begun, is not over at T. */
  isLeftAt(place: number, { validAt, sequence }: { readonly validAt: Instant; readonly sequence: number }): boolean {
    const at = place * width;
    const isVisible = (this.facts[at + 2] ?? 0) <= sequence && sequence < (this.facts[at + 3] ?? 0);
    return isVisible && validAt < (this.facts[at + 4] ?? 0);
  }

  /** Whether it knows every act that these withdrawals name; those that name none are all alike. */
  isAbout(withdrawals: Withdrawals): boolean {
    return this.named === withdrawals.named && (this.named === 0 || this.withdrawals === withdrawals);
  }

  /** Looks at the rows up to `length` that were added at the end. */
  extend(columns: Columns, length: number): void {
    if (this.length === length) return;
    for (let row = this.length; row < length; row++) this.look(columns, row, this.count);
    this.length = length;
  }

  /** Follows a row that was put into the columns at `row`. */
  insert(columns: Columns, row: number): void {
    if (row >= this.length) return;
    const place = this.placeOf(row);
    for (let at = place; at < this.count; at++) this.facts[at * width] = this.rowAt(at) + 1;
    this.look(columns, row, place);
    this.length += 1;
  }

  /** Follows a row that was closed. */
  close(columns: Columns, row: number): void {
    if (row >= this.length) return;
    const place = this.placeOf(row);
    if (place < this.count && this.rowAt(place) === row) this.write(columns, row, place);
    else this.look(columns, row, place);
  }

  private look(columns: Columns, row: number, place: number): void {
    const act = this.named > 0 ? (this.withdrawals.naming(columns.act[row] ?? 0) ?? null) : null;
    if (act === null && columns.to[row] === Infinity && columns.end[row] === Infinity) return;
    this.makeRoom(place);
    this.acts.splice(place, 0, act);
    this.count += 1;
    this.write(columns, row, place);
  }

  private write({ effective, from, to, end }: Columns, row: number, place: number): void {
    const at = place * width;
    this.facts[at] = row;
    this.facts[at + 1] = effective[row] ?? 0;
    this.facts[at + 2] = from[row] ?? 0;
    this.facts[at + 3] = to[row] ?? 0;
    this.facts[at + 4] = end[row] ?? 0;
  }

  private makeRoom(place: number): void {
    const many = this.count;
    if ((many + 1) * width > this.facts.length) {
      const grown = new Float64Array((many + (many >> 1) + 2) * width);
      grown.set(this.facts);
      this.facts = grown;
    }
    this.facts.copyWithin((place + 1) * width, place * width, many * width);
  }

  /** The first place whose row is not less. */
  private placeOf(row: number): number {
    let place = this.count;
    while (place > 0 && this.rowAt(place - 1) >= row) place -= 1;
    return place;
  }
}
