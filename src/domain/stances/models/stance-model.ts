import type { Instant } from '../../time/instant.js';
import type { ActList } from '../act-list.js';
import type { InForce } from '../in-force.js';
import type { Sums } from '../sums.js';

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
  /** Writes what each act that has a say added to these sums, in their unit. */
  writeTerms(sums: Sums, acts: InForce, list: ActList): void;
  /** The strength at T of acts folded into these sums; T is not before the last of them. */
  strength(sums: Sums, validAt: Instant, halfLifeDays: number): number;
}
