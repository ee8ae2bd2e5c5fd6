import type { Band } from '../issues/issue-content.js';
import { bandOf } from '../stances/band-of.js';
import type { StanceSummary } from '../stances/stance.js';

/** A stance that one event carried from one band to another. */
export interface BandShift {
  /** Bands, by label. */
  readonly from: string;
  readonly to: string;
  /** Scores. */
  readonly before: number;
  readonly after: number;
  /** The bounds of the band that was left. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * The shift between two stances at one T, if there is one: the score has left the band that it was in, and the band
 * that it is in now has another name (DESIGN section 5, with a margin of 0). What begins or ends is no shift, nor is a
 * new framing that gives the same score another band.
 *
 * @param bands as they were framed before
 */
export function shiftBetween(before: StanceSummary, after: StanceSummary, bands: readonly Band[]): BandShift | null {
  if (before.score === null || after.score === null || after.band === null) return null;
  const left = bandOf(before.score, bands);
  if (!left || left.label === after.band || bandOf(after.score, bands) === left) return null;
  const scores = { before: before.score, after: after.score };
  return { from: left.label, to: after.band, ...scores, lower: left.from, upper: left.to };
}
