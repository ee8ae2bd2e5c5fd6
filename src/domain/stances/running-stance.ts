import type { Instant } from '../time/instant.js';
import { bandOf } from './band-of.js';
import type { Cell } from './cell.js';
import { InForce } from './in-force.js';
import type { Participant } from './participant.js';
import { putAct } from './put-act.js';
import { isMixedBySums } from './spread.js';
import type { Lens } from './stance-question.js';
import type { StanceSummary } from './stance.js';
import { hasFaded, haveTwoTexts, statusOf } from './status-of.js';
import { Sums } from './sums.js';
import { undeclared } from './undeclared.js';

/**
 * A stance kept up while acts enter and leave. Where they only enter at the end, the sums go on from where they are,
 * to the same bits as from the start, so that a long timeline does not cost a scan per segment.
 */
export class RunningStance {
  private readonly acts: InForce;
  private readonly sums = new Sums();
  private twoTexts = false;

  constructor(
    cell: Cell,
    private readonly lens: Lens,
  ) {
    this.acts = new InForce(cell, lens);
  }

  /** Lets acts of the cell enter, leave or change standing; rows ascending. */
  change(changed: readonly Participant[]): void {
    const { acts, sums } = this;
    const first = acts.lastRow + 1;
    const onlyAppends = changed.every(({ row, standing }) => row >= first && standing > 0);
    for (const { row, standing } of changed) {
      if (onlyAppends) acts.push(row, row + 1, standing);
      else putAct(acts, row, standing);
    }
    const from = onlyAppends ? first : 0;
    if (acts.count === 0) sums.clear();
    else this.lens.model.fold(sums, acts, from);
    this.twoTexts = (onlyAppends && this.twoTexts) || haveTwoTexts(acts, from);
  }

  summaryAt(validAt: Instant): StanceSummary {
    const { acts, sums, lens } = this;
    if (acts.count === 0) return undeclared;
    const score = sums.score(acts);
    const strength = this.strengthAt(validAt);
    return {
      status: statusOf(acts, lens.model.decays && hasFaded(strength), this.twoTexts),
      mixed: isMixedBySums(sums, score, { acts, model: lens.model }),
      score,
      band: bandOf(score, lens.bands)?.label ?? null,
      strength,
    };
  }

  /** Good from the last change to the next. */
  strengthAt(validAt: Instant): number {
    const { model, halfLifeDays } = this.lens;
    return model.strength(this.sums, validAt, halfLifeDays);
  }
}
