import type { Band } from '../issues/issue-content.js';
import type { Instant } from '../time/instant.js';
import { bandOf } from './band-of.js';
import type { Segment, StepAct } from './segment.js';
import { uniqueInOrder } from './unique-in-order.js';

export interface Shift {
  readonly at: Instant;
  /** Bands, by label. */
  readonly from: string;
  readonly to: string;
  /** Scores. */
  readonly before: number;
  readonly after: number;
  /** The acts of the step itself. */
  readonly trigger: readonly StepAct[];
  /** All step acts since the previous shift or entry, this step's included. */
  readonly acts: readonly StepAct[];
}

/** A time [from, to) spent in one band, null: open. */
export interface Stretch {
  readonly band: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface Trajectory {
  readonly shifts: readonly Shift[];
  readonly trajectory: readonly Stretch[];
}

/**
 * The shifts between bands along a timeline, and the bands that it went through (DESIGN section 5). A band is left
 * when score ≥ its to + margin or score < its from − margin; the first band after the start or a gap is no shift.
 */
export function shiftsOf(segments: readonly Segment[], bands: readonly Band[], margin = 0.05): Trajectory {
  const walk = new BandWalk(bands, margin);
  for (const segment of segments) walk.pass(segment);
  const { shifts, trajectory } = walk;
  return { shifts, trajectory };
}

class BandWalk implements Trajectory {
  readonly shifts: Shift[] = [];
  readonly trajectory: Stretch[] = [];
  /** null before the first score and in a gap. */
  private band: Band | null = null;
  private score = 0;
  private acts: StepAct[] = [];

  constructor(
    private readonly bands: readonly Band[],
    private readonly margin: number,
  ) {}

  pass(segment: Segment): void {
    const { score } = segment;
    const next = score === null ? null : bandOf(score, this.bands);
    if (score === null || next === null) this.band = null;
    else if (this.band === null) this.enter(next, segment);
    else this.follow(this.band, next, { ...segment, score });
    this.score = score ?? 0;
  }

  private enter(band: Band, { from, to }: Segment): void {
    this.band = band;
    this.acts = [];
    this.trajectory.push({ band: band.label, from, to });
  }

  private follow(band: Band, next: Band, segment: Segment & { readonly score: number }): void {
    for (const act of segment.acts) this.acts.push(act);
    if (next === band || !this.leaves(band, segment.score)) {
      this.prolong(segment.to);
      return;
    }
    const { from: at, score: after, acts: trigger } = segment;
    const acts = uniqueInOrder(this.acts);
    this.shifts.push({ at, from: band.label, to: next.label, before: this.score, after, trigger, acts });
    this.enter(next, segment);
  }

  private leaves({ from, to }: Band, score: number): boolean {
    return score >= to + this.margin || score < from - this.margin;
  }

  private prolong(to: Instant | null): void {
    const last = this.trajectory.pop();
    if (last) this.trajectory.push({ ...last, to });
  }
}
