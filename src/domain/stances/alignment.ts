import type { StanceSummary } from './stance.js';

/** What a party thinks of an issue, as far as it is compared. */
export type Position = Pick<StanceSummary, 'score' | 'band'>;

/** How near two parties are over the issues on which both have a score. */
export interface Alignment {
  /** How many such issues there are. */
  readonly n: number;
  /** 1 − mean |score a − score b| / 2: 1 where they say the same, 0 at opposite poles; null when n = 0. */
  readonly alignment: number | null;
  /** The share of those issues on which both are in the same band, 0 … 1; null when n = 0. */
  readonly agreement: number | null;
}

/** The alignment of two parties whose positions are given on the same issues in the same order (DESIGN section 5). */
export function alignmentOf(a: readonly Position[], b: readonly Position[]): Alignment {
  let n = 0;
  let distance = 0;
  let agreed = 0;
  for (let issue = 0; issue < a.length; issue++) {
    const apart = distanceOf(a[issue], b[issue]);
    if (apart === null) continue;
    n += 1;
    distance += apart;
    if (a[issue]?.band === b[issue]?.band) agreed += 1;
  }
  if (n === 0) return { n, alignment: null, agreement: null };
  return { n, alignment: 1 - distance / n / 2, agreement: agreed / n };
}

/** The same on one issue; null unless both have a score. */
export function alignmentOn(a: Position | undefined, b: Position | undefined): number | null {
  const apart = distanceOf(a, b);
  return apart === null ? null : 1 - apart / 2;
}

function distanceOf(a: Position | undefined, b: Position | undefined): number | null {
  if (!a || !b || a.score === null || b.score === null) return null;
  return Math.abs(a.score - b.score);
}
