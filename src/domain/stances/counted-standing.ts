const least = 1e-300;

/** A standing that no sum could tell from 0 is 0: so no act in force can have a term that underflows on its own. */
export function countedStanding(standing: number): number {
  return standing < least ? 0 : standing;
}
