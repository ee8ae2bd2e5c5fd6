import { type Outcome, type Result, results } from './outcome.js';
import { type Thing, things } from './planned.js';

/** How many things of each kind came out how. */
export class Tally {
  private readonly counts = new Map<string, number>();
  /** The last sequence that a receipt named. */
  lastSequence = 0;

  add({ thing, result, receipt }: Outcome): void {
    const key = `${thing} ${result}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    this.lastSequence = Math.max(this.lastSequence, receipt?.sequence ?? 0);
  }

  of(result: Result, thing?: Thing): number {
    const counted: readonly Thing[] = thing === undefined ? things : [thing];
    return counted.reduce<number>((sum, each) => sum + (this.counts.get(`${each} ${result}`) ?? 0), 0);
  }

  /** The results that occurred. */
  results(): readonly Result[] {
    return results.filter((result) => this.of(result) > 0);
  }

  /** The kinds of thing that occurred. */
  things(): readonly Thing[] {
    return things.filter((thing) => results.some((result) => this.of(result, thing) > 0));
  }
}
