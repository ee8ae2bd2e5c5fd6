import { bandOf } from './band-of.js';
import type { Cell } from './cell.js';
import { collect } from './collect.js';
import { isMixedBySums } from './spread.js';
import type { StanceQuestion } from './stance-question.js';
import type { StanceSummary } from './stance.js';
import { hasFaded, haveTwoTexts, statusOf } from './status-of.js';
import { undeclared } from './undeclared.js';
import type { Withdrawals } from './withdrawals.js';

/** What stanceOf says, to the bit, without contributions: for a matrix of thousands of cells. */
export function summaryOf(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): StanceSummary {
  const { acts, sums } = collect(cell, withdrawals, question);
  if (acts.count === 0) return undeclared;
  const { model, halfLifeDays, validAt, bands } = question;
  const strength = model.strength(sums, validAt, halfLifeDays);
  const score = sums.score(acts);
  return {
    status: statusOf(acts, model.decays && hasFaded(strength), haveTwoTexts(acts, 0)),
    mixed: isMixedBySums(sums, score, { acts, model }),
    score,
    band: bandOf(score, bands)?.label ?? null,
    strength,
  };
}
