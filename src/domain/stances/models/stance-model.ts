import type { Instant } from '../../time/instant.js';
import type { ActList } from '../act-list.js';
import type { Exceptions } from '../exceptions.js';
import type { InForce } from '../in-force.js';
import type { Sums } from '../sums.js';

/** T and K. */
export interface Moment {
  readonly validAt: Instant;
  readonly sequence: number;
}

/** A row of a cell, and the first exceptional row that is not before it, among these. */
export interface ScanPlace {
  readonly row: number;
  readonly place: number;
}

/** A fold that goes along with the scan for acts in force, so that each row is looked at once. */
export interface FoldAlong {
  /** Adds what is known of rows from the front on without looking at them; gives the first that it does not know. */
  begin(exceptions: Exceptions, at: Moment): ScanPlace;
  /** Adds rows of standing 1 from `first` up to `stop` or to the first after T or not visible at K; gives that row. */
  addWhile(first: number, stop: number, at: Moment): number;
  /** The next row from `first` on that is visible at K; `stop` where T comes before it. */
  skipWhile(first: number, stop: number, at: Moment): number;
  addOne(row: number, standing: number): void;
  /** All acts in force were added. */
  finish(): void;
}

/** How acts in force become a stance: a fold in (effective, act) order. Name and version are part of every basis. */
export interface StanceModel {
  readonly name: string;
  readonly version: number;
  /** Whether strength falls with time: only then does halfLifeDays have an effect and can a stance fade. */
  readonly decays: boolean;
  /**
   * Folds the acts from this row on, of which there is one at least, into the sums of those before it; 0 starts over.
   * Folding in two parts gives the same sums, to the bit, as folding at once.
   */
  fold(sums: Sums, acts: InForce, from: number): void;
  /** What fold does from the first row on, while acts are still being collected. Null where that saves nothing. */
  along(sums: Sums, acts: InForce): FoldAlong | null;
  /** Writes what each act that has a say added to these sums, in their unit. */
  writeTerms(sums: Sums, acts: InForce, list: ActList): void;
  /** The strength at T of acts folded into these sums; T is not before the last of them. */
  strength(sums: Sums, validAt: Instant, halfLifeDays: number): number;
  /** What one act adds to the strength, by its weight, its standing and 2^((effective − T) / halfLife). */
  termOf(weight: number, standing: number, decay: number): number;
}
