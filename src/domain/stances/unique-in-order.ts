import type { StepAct } from './segment.js';

/** Each act once, in (effective, act) order. */
export function uniqueInOrder(acts: readonly StepAct[]): readonly StepAct[] {
  const unique = new Map(acts.map((each) => [each.act, each]));
  return [...unique.values()].sort((a, b) => a.effective - b.effective || a.act - b.act);
}
