/** What two rivals measured in turns; the n-th of each belong together. */
export interface Pairs {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

export type Measure = () => number | Promise<number>;

/** Measures in turns, the order turned around each time, so that a machine that slows down slows both. */
export async function alternate(rounds: number, ours: Measure, theirs: Measure): Promise<Pairs> {
  const pairs = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pairs.theirs.push(await theirs());
    pairs.ours.push(await ours());
    if (round % 2 === 1) pairs.theirs.push(await theirs());
  }
  return pairs;
}
