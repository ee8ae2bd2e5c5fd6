import type { Decay } from '../decay.js';
import type { Exceptions } from '../exceptions.js';
import type { InForce } from '../in-force.js';
import { powerOfTwo } from '../power-of-two.js';
import type { Sums } from '../sums.js';
import type { Settled } from '../settled.js';
import { stripWidth } from '../strip.js';
import type { FoldAlong, Moment, ScanPlace } from './stance-model.js';

/** Sums and standings not less than these stay far from underflow in the common unit of a decay's terms. */
const totalMin = powerOfTwo(-600);
const standingMin = powerOfTwo(-60);

const front: ScanPlace = { row: 0, place: 0 };

const always: Moment = { validAt: Infinity, sequence: Infinity };

/**
 * Adds acts to sums in (effective, act) order: in the common unit of their terms where there is one, else scaling the
 * sums to the e of each. Either is exact, so that both give the same bits.
 */
export class DecayedFold implements FoldAlong {
  constructor(
    private readonly sums: Sums,
    private readonly acts: InForce,
    private readonly decay: Decay,
  ) {}

  /** Adds the acts in force from this row on. */
  run(from: number): void {
    const { firsts, stops, standings, ranges } = this.acts;
    for (let range = this.acts.rangeFrom(from); range < ranges; range++) {
      const first = Math.max(firsts[range] ?? 0, from);
      this.addRange(first, stops[range] ?? 0, standings[range] ?? 0);
    }
    this.finish();
  }

  /** Goes over to the unit of the newest act, in which all that follows is told. */
  finish(): void {
    if (this.acts.count > 0) this.sums.scaleTo(this.decay.exponentOf(this.acts.lastRow));
  }

  begin(exceptions: Exceptions, at: Moment): ScanPlace {
    // Only where all that is known counts: elsewhere little is settled, and looking is one step more to cold memory.
    if (at.sequence < this.acts.cell.changedAt) return front;
    const { settled, unit } = this.decay;
    if (unit === null || !settled.look(this.decay, exceptions, at.validAt)) return front;
    this.sums.scaleTo(unit);
    this.sums.take(settled);
    return this.pushSettled(settled, exceptions);
  }

  private pushSettled({ rows, places }: Settled, exceptions: Exceptions): ScanPlace {
    let next = 0;
    for (let place = 0; place < places; place++) {
      const row = exceptions.rowAt(place);
      this.acts.push(next, row, 1);
      next = row + 1;
    }
    this.acts.push(next, rows, 1);
    return { row: rows, place: places };
  }

  addWhile(first: number, stop: number, at: Moment): number {
    if (this.entersUnit()) return this.addInUnit(first, stop, at);
    const { effective, from } = this.acts.cell.columns;
    let row = first;
    for (; row < stop && (effective[row] ?? 0) <= at.validAt && (from[row] ?? 0) <= at.sequence; row++) {
      this.addScaling(row, 1);
    }
    return row;
  }

  skipWhile(first: number, stop: number, { validAt, sequence }: Moment): number {
    const { numbers } = this.decay;
    for (let row = first; row < stop; row++) {
      const at = row * stripWidth;
      if ((numbers[at] ?? 0) > validAt) return stop;
      if ((numbers[at + 1] ?? 0) <= sequence) return row;
    }
    return stop;
  }

  addOne(row: number, standing: number): void {
    if (standing === 1) return void this.addWhile(row, row + 1, always);
    const { sums, acts, decay } = this;
    if (decay.unit === null || standing < standingMin || !this.entersUnit()) return this.addScaling(row, standing);
    const term = decay.weightedBy(standing, acts.cell.columns, row) * powerOfTwo(decay.exponentOf(row) - decay.unit);
    sums.add(term, acts.cell.columns.value[row] ?? 0);
  }

  private addRange(first: number, stop: number, standing: number): void {
    if (standing === 1) this.addWhile(first, stop, always);
    else for (let row = first; row < stop; row++) this.addOne(row, standing);
  }

  /** The hot loop: one typed array and locals only, since fields would cost double. */
  private addInUnit(first: number, stop: number, { validAt, sequence }: Moment): number {
    const { sums } = this;
    const { numbers } = this.decay;
    let { total, weighted, squared } = sums;
    const end = stop * stripWidth;
    let at = first * stripWidth;
    for (; at < end && (numbers[at] ?? 0) <= validAt && (numbers[at + 1] ?? 0) <= sequence; at += stripWidth) {
      const term = numbers[at + 2] ?? 0;
      const value = numbers[at + 3] ?? 0;
      const part = term * value;
      total += term;
      weighted += part;
      squared += part * value;
    }
    sums.total = total;
    sums.weighted = weighted;
    sums.squared = squared;
    return Math.trunc(at / stripWidth);
  }

  private addScaling(row: number, standing: number): void {
    const { sums, decay, acts } = this;
    const { columns } = acts.cell;
    sums.scaleTo(decay.exponentOf(row));
    sums.add(decay.weightedBy(standing, columns, row), columns.value[row] ?? 0);
  }

  /** Whether the sums are in the common unit now; they stay out of it when they would lose digits there. */
  private entersUnit(): boolean {
    const { sums, decay } = this;
    const { unit } = decay;
    if (unit === null) return false;
    if (sums.scale === unit) return true;
    if (sums.total > 0 && sums.total * powerOfTwo(sums.scale - unit) < totalMin) return false;
    sums.scaleTo(unit);
    return true;
  }
}
