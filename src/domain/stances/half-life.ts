const millisecondsPerDay = 86_400_000;

/** An instant or a duration in half-lives: the x of DESIGN section 5, whose whole part is e. */
export function halfLivesIn(milliseconds: number, halfLifeDays: number): number {
  return milliseconds / (halfLifeDays * millisecondsPerDay);
}
