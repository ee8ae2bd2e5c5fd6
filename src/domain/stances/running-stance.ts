import { bandOf } from './band-of.js';
import type { Cell } from './cell.js';
import { InForce } from './in-force.js';
import type { Participant } from './participant.js';
import { isClearlyMixed, isMixed, spreadOf } from './spread.js';
import type { Lens } from './stance-question.js';
import type { StanceSummary } from './stance.js';
import { haveTwoTexts, statusOf } from './status-of.js';
import { Sums } from './sums.js';
import type { Instant } from '../time/instant.js';
import { undeclared } from './undeclared.js';

/** Values and standings nearer to 0 than this make terms that might underflow when scaled. */
const tameMin = 1e-18;

/**
 * A stance kept up while acts enter and leave. Where they only enter at the end, the sums go on from where they are,
 * to the same bits as from the start, so that a long timeline does not cost a scan per segment.
 */
export class RunningStance {
  private readonly acts: InForce;
  private readonly sums = new Sums();
  private twoTexts = false;

  constructor(cell: Cell, lens: Lens) {
    this.acts = new InForce(cell, lens);
    this.acts.reserve(cell.length);
    this.acts.tame = cell.columns.value.subarray(0, cell.length).every(isTame);
  }

  /** Lets acts of the cell enter, leave or change standing; rows ascending. */
  change(changed: readonly Participant[]): void {
    const { acts, sums } = this;
    const before = acts.count;
    const last = before === 0 ? -1 : acts.row(before - 1);
    const onlyAppends = changed.every(({ row, standing }) => row > last && standing > 0);
    for (const { row, standing } of changed) this.put(row, standing);
    const from = onlyAppends ? before : 0;
    if (acts.count === 0) sums.clear();
    else acts.lens.model.fold(sums, acts, from);
    this.twoTexts = (onlyAppends && this.twoTexts) || haveTwoTexts(acts, from);
  }

  summaryAt(validAt: Instant): StanceSummary {
    const { acts, sums } = this;
    if (acts.count === 0) return undeclared;
    const { score } = sums;
    const strength = this.strengthAt(validAt);
    return {
      status: statusOf(acts, strength, this.twoTexts),
      mixed: isClearlyMixed(sums) ?? this.isMixedExactly(),
      score,
      band: bandOf(score, acts.lens.bands)?.label ?? null,
      strength,
    };
  }

  /** Good from the last change to the next. */
  strengthAt(validAt: Instant): number {
    const { model, halfLifeDays } = this.acts.lens;
    return model.strength(this.sums, validAt, halfLifeDays);
  }

  private put(row: number, standing: number): void {
    this.acts.tame &&= isTame(standing);
    this.acts.put(row, standing);
  }

  /** Folds from the start, since going on leaves terms of different scales behind. */
  private isMixedExactly(): boolean {
    this.acts.lens.model.fold(this.sums, this.acts, 0);
    return isMixed(spreadOf(this.sums, this.acts));
  }
}

function isTame(factor: number): boolean {
  return factor === 0 || Math.abs(factor) >= tameMin;
}
