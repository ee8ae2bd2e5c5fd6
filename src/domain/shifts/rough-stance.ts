import type { Band } from '../issues/issue-content.js';
import { bandOf } from '../stances/band-of.js';
import type { CellRow } from '../stances/cell-row.js';
import type { CodeBook } from '../stances/code-book.js';
import { exp2 } from '../stances/exp2.js';
import { halfLivesIn } from '../stances/half-life.js';
import type { StanceSummary } from '../stances/stance.js';
import type { Weighing } from '../stances/weighing.js';
import type { Instant } from '../time/instant.js';

/** Sums of a million doubles are good to a thousandth of this. */
const doubt = 1e-7;

/** When a stance was computed, and until when it stays the same if nothing is recorded. */
export interface Quiet {
  readonly validAt: Instant;
  readonly quietUntil: Instant;
}

/**
 * A stance of the default model kept in step with what is recorded, good to a few digits less than the real one and for
 * a thousandth of its cost: enough to tell which new acts cannot have carried it into another band, which is nearly all
 * of them. Of the others, the stance is computed.
 */
export class RoughStance {
  private readonly reference: Instant;
  private quietUntil: Instant;
  /** In the unit of an act of weight 1 at the reference. */
  private total: number;
  private weighted: number;

  constructor(
    { score, strength }: StanceSummary,
    { validAt, quietUntil }: Quiet,
    private readonly weighing: Weighing,
  ) {
    this.reference = validAt;
    this.quietUntil = quietUntil;
    this.total = score === null ? 0 : strength;
    this.weighted = score === null ? 0 : strength * score;
    // What is too faint for doubles is nothing, but no beginning either.
    if (score !== null && strength < 1e-290) this.total = NaN;
  }

  /** Whether the first version of an act, recorded now, may carry the stance from one of the bands into another. */
  mayShift(row: CellRow, now: Instant, bands: readonly Band[]): boolean {
    if (!(now < this.quietUntil)) return true;
    if (row.end <= now) return false;
    this.quietUntil = Math.min(this.quietUntil, row.effective > now ? row.effective : row.end);
    return row.effective <= now && this.add(row, bands);
  }

  private add(row: CellRow, bands: readonly Band[]): boolean {
    const begins = this.total === 0;
    const before = this.weighted / this.total;
    const term = weightOf(row, this.weighing.codeBook) * this.halvings(row.effective);
    this.total += term;
    this.weighted += term * row.value;
    return !begins && !isSurelyWithin(bandOf(before, bands), before, this.weighted / this.total);
  }

  private halvings(effective: Instant): number {
    return exp2(halfLivesIn(effective - this.reference, this.weighing.halfLifeDays));
  }
}

/** No number is surely within, and so is none that is no number any more. */
function isSurelyWithin(band: Band | null, before: number, after: number): boolean {
  if (!band) return false;
  const lower = band.from <= -1 ? -Infinity : band.from + doubt;
  const upper = band.to >= 1 ? Infinity : band.to - doubt;
  return lower < before && before < upper && lower < after && after < upper;
}

function weightOf({ kind, mode, attribution, grade, certainty }: CellRow, book: CodeBook): number {
  const force = kind === 'action' ? book.force.action[mode ?? 'material'] : book.force[kind];
  return force * book.attribution[attribution] * book.reliability[grade] * certainty;
}
