import type { Trace } from '../../domain/stances/trace-of.js';
import type { CheckView } from './views.js';

/** Sums of the same numbers in another order or unit differ by rounding alone: far less than this. */
const tolerance = 1e-9;

/** Whether what a stance says is what its contributions come to. */
export function checkOf({ recount, stance }: Trace): CheckView {
  const { shares, score, strength } = recount;
  const holds =
    isNear(shares, stance.score === null ? 0 : 1) &&
    isNear(score ?? 0, stance.score ?? 0) &&
    isNear(strength, stance.strength);
  return { shares, score, strength, tolerance, holds };
}

function isNear(sum: number, said: number): boolean {
  return Math.abs(sum - said) <= tolerance * Math.max(1, Math.abs(said));
}
