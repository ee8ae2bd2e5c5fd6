import type { InForce } from './in-force.js';

/** The acts in force one by one, for what needs a second look at each of them. */
export class ActList {
  rows = new Int32Array(16);
  standings = new Float64Array(16);
  /** What each act added to the sums, once the model wrote it. */
  terms = new Float64Array(16);
  count = 0;

  fill({ firsts, stops, standings, ranges, count }: InForce): void {
    this.reserve(count);
    this.count = 0;
    for (let range = 0; range < ranges; range++) {
      const first = firsts[range] ?? 0;
      const stop = stops[range] ?? 0;
      this.standings.fill(standings[range] ?? 0, this.count, this.count + stop - first);
      for (let row = first; row < stop; row++) this.rows[this.count++] = row;
    }
  }

  private reserve(capacity: number): void {
    if (capacity <= this.rows.length) return;
    const roomy = Math.ceil(capacity * 1.5);
    this.rows = new Int32Array(roomy);
    this.standings = new Float64Array(roomy);
    this.terms = new Float64Array(roomy);
  }
}
