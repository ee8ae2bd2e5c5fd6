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
/** What may be left of the sums when acts are over, for the same to be true; and what doubles still tell apart. */
const remnant = 1e-4;
const faintest = 1e-290;
/** What a stance waits for at most; when the first after that comes, it is computed. */
const turnsMax = 64;

/** When a stance was computed, and until when it stays the same if nothing is recorded. */
export interface Quiet {
  readonly validAt: Instant;
  readonly quietUntil: Instant;
}

/** What an act that came since adds to the sums at a time, or takes from them when it is over. */
interface Turn {
  readonly at: Instant;
  readonly acts: 1 | -1;
  readonly term: number;
  readonly value: number;
}

/**
 * A stance of the default model kept in step with what is recorded, good to a few digits less than the real one and for
 * a thousandth of its cost: enough to tell which new acts cannot have carried it into another band, which is nearly all
 * of them. Of the others, the stance is computed.
 */
export class RoughStance {
  private readonly reference: Instant;
  private quietUntil: Instant;
  /** Acts in force, those that it was computed from as one. */
  private acts: number;
  /** In the unit of an act of weight 1 at the reference. */
  private total: number;
  private weighted: number;
  private greatest: number;
  /** What is still to come, the next last. */
  private readonly turns: Turn[] = [];

  constructor(
    { score, strength }: StanceSummary,
    { validAt, quietUntil }: Quiet,
    private readonly weighing: Weighing,
  ) {
    this.reference = validAt;
    this.quietUntil = quietUntil;
    this.acts = score === null ? 0 : 1;
    this.total = score === null ? 0 : strength;
    this.weighted = this.total * (score ?? 0);
    this.greatest = this.total;
  }

  /** Whether the first version of an act, recorded now, may carry the stance from one of the bands into another. */
  mayShift(row: CellRow, now: Instant, bands: readonly Band[]): boolean {
    if (!(now < this.quietUntil)) return true;
    this.turnUntil(now);
    const before = this.score();
    this.expect(row);
    this.turnUntil(now);
    return !isSurelyWithin(bands, before, this.score());
  }

  private expect(row: CellRow): void {
    if (row.end <= row.effective) return;
    const halvings = halfLivesIn(row.effective - this.reference, this.weighing.halfLifeDays);
    const term = weightOf(row, this.weighing.codeBook) * exp2(halvings);
    this.put({ at: row.effective, acts: 1, term, value: row.value });
    if (row.end < Infinity) this.put({ at: row.end, acts: -1, term, value: row.value });
  }

  private put(turn: Turn): void {
    const { turns } = this;
    let place = turns.length;
    while (place > 0 && (turns[place - 1]?.at ?? Infinity) <= turn.at) place -= 1;
    turns.splice(place, 0, turn);
    if (turns.length <= turnsMax) return;
    const [last] = turns.splice(0, 1);
    this.quietUntil = Math.min(this.quietUntil, last?.at ?? Infinity);
  }

  private turnUntil(now: Instant): void {
    const { turns } = this;
    for (let next = turns.at(-1); next && next.at <= now; next = turns.at(-1)) {
      this.acts += next.acts;
      this.total += next.acts * next.term;
      this.weighted += next.acts * next.term * next.value;
      this.greatest = Math.max(this.greatest, this.total);
      turns.pop();
    }
  }

  /** Null when nothing is in force; no number where too little is left of the sums for their digits. */
  private score(): number | null {
    if (this.acts === 0) return null;
    return this.total > this.greatest * remnant && this.total > faintest ? this.weighted / this.total : NaN;
  }
}

/** Neither a beginning nor an end is a shift; no number is surely anywhere. */
function isSurelyWithin(bands: readonly Band[], before: number | null, after: number | null): boolean {
  if (before === null || after === null) return true;
  const band = bandOf(before, bands);
  return band !== null && isInside(band, before) && isInside(band, after);
}

function isInside({ from, to }: Band, score: number): boolean {
  const isAbove = from <= -1 || from + doubt < score;
  return isAbove && (to >= 1 || score < to - doubt);
}

function weightOf({ kind, mode, attribution, grade, certainty }: CellRow, book: CodeBook): number {
  const force = kind === 'action' ? book.force.action[mode ?? 'material'] : book.force[kind];
  return force * book.attribution[attribution] * book.reliability[grade] * certainty;
}
