/** What an act does in a stance: its term, in a unit that both stances share, and its value. */
export interface Pull {
  /** 0 where the act does not contribute. */
  readonly term: number;
  readonly value: number;
}

/**
 * The part of each act in a change of score. A score is N / D, with N = Σ term × value and D = Σ term, so that
 * N = score × D, and Bennet's decomposition of the change of a product gives exactly
 * after − before = Σ (Δ(term × value) − middle × Δterm) / D̄, where middle and D̄ are the means of both scores and of
 * both D. An act's part is its summand: it depends on no order of acts, is the opposite when the stances are exchanged,
 * and 0 for an act that is the same in both. (T. L. Bennet, “The Theory of Measurement of Changes in Cost of Living”,
 * Journal of the Royal Statistical Society 83, 1920, 455–462; for two factors it is the Shapley value: A. F. Shorrocks,
 * “Decomposition procedures for distributional analysis”, Journal of Economic Inequality 11, 2013, 99–126.)
 */
export function partsBetween(
  pulls: readonly (readonly [before: Pull, after: Pull])[],
  before: number,
  after: number,
): readonly number[] {
  const middle = (before + after) / 2;
  const mean = pulls.reduce((sum, [earlier, later]) => sum + earlier.term + later.term, 0) / 2;
  const parts = pulls.map(([earlier, later]) => {
    const pulled = later.term * (later.value - middle) - earlier.term * (earlier.value - middle);
    return pulled / mean + 0;
  });
  return settled(parts, after - before);
}

/** What rounding leaves over goes to the greatest part. */
function settled(parts: readonly number[], change: number): readonly number[] {
  const rest = change - parts.reduce((sum, part) => sum + part, 0);
  const greatest = parts.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  const place = parts.findIndex((part) => Math.abs(part) === greatest);
  return parts.map((part, index) => (index === place ? part + rest : part));
}
