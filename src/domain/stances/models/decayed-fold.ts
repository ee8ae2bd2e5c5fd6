import type { Decay } from '../decay.js';
import type { InForce } from '../in-force.js';
import type { Sums } from '../sums.js';

/**
 * Rows per call of the hot loop: engines compile a loop that runs long in its first call by guess as to what follows.
 */
const turn = 512;

/** Adds acts to sums in runs of equal e. From run to run the sums are scaled along: by a power of two, so exactly. */
export class DecayedFold {
  constructor(
    private readonly sums: Sums,
    private readonly acts: InForce,
    private readonly decay: Decay,
  ) {}

  /** Adds the acts from this row on. */
  run(from: number): void {
    const { firsts, stops, standings, ranges } = this.acts;
    for (let range = this.acts.rangeFrom(from); range < ranges; range++) {
      const first = Math.max(firsts[range] ?? 0, from);
      const stop = stops[range] ?? 0;
      const standing = standings[range] ?? 0;
      if (standing === 1) this.addWhole(first, stop);
      else this.addPartial(standing, first, stop);
    }
  }

  private addWhole(first: number, stop: number): void {
    for (let row = first; row < stop;) {
      const until = this.sameExponentUntil(row, Math.min(stop, row + turn));
      this.addRun(row, until);
      row = until;
    }
  }

  /** Scales to the e of this row; gives a row up to which that is the e of all. */
  private sameExponentUntil(row: number, stop: number): number {
    const { exponent } = this.decay;
    const scale = exponent[row] ?? 0;
    if (scale !== this.sums.scale) this.sums.scaleTo(scale);
    let until = stop;
    while (exponent[until - 1] !== scale) until = row + ((until - row) >> 1);
    return until;
  }

  /** The hot loop: typed arrays and locals only, since fields would cost double. */
  private addRun(first: number, stop: number): void {
    const { sums } = this;
    const { weighted: terms } = this.decay;
    const { value: values } = this.acts.cell.columns;
    let { total, weighted, squared, least, greatest } = sums;
    for (let row = first; row < stop; row++) {
      const value = values[row] ?? 0;
      const term = terms[row] ?? 0;
      const part = term * value;
      total += term;
      weighted += part;
      squared += part * value;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    sums.total = total;
    sums.weighted = weighted;
    sums.squared = squared;
    sums.least = least;
    sums.greatest = greatest;
  }

  private addPartial(standing: number, first: number, stop: number): void {
    const { sums, decay, acts } = this;
    const { columns } = acts.cell;
    for (let row = first; row < stop; row++) {
      sums.scaleTo(decay.exponentOf(row));
      sums.add(decay.weightedBy(standing, columns, row), columns.value[row] ?? 0);
    }
  }
}
