import { ActList } from './act-list.js';
import { bandOf } from './band-of.js';
import type { Cell } from './cell.js';
import { type Collected, collect } from './collect.js';
import { type Contributions, contributionsOf } from './contributions.js';
import { pendingOf } from './pending.js';
import { isMixed, spreadOf } from './spread.js';
import type { StanceQuestion } from './stance-question.js';
import type { Stance } from './stance.js';
import { hasFaded, haveTwoTexts, statusOf } from './status-of.js';
import { undeclared } from './undeclared.js';
import { voicesOf } from './voices.js';
import type { Withdrawals } from './withdrawals.js';

/** Room that questions use one after the other. */
const list = new ActList();

const none: Contributions = { contributions: [], contributionsTotal: 0, restShare: 0 };

/**
 * A party's stance on an issue at (T, K): what the question's model makes of the acts that have effect at K, are in
 * force at T and pass the selection (DESIGN section 5). The same cell content and question give the same bits,
 * whatever the order in which the rows were opened.
 */
export function stanceOf(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): Stance {
  const pending = pendingOf(cell, question);
  const collected = collect(cell, withdrawals, question);
  if (collected.acts.count === 0) return { ...undeclared, spread: 0, voices: null, ...none, pending };
  return { ...folded(collected, question), pending };
}

function folded({ acts, sums }: Collected, question: StanceQuestion): Omit<Stance, 'pending'> {
  const { model, validAt, halfLifeDays, bands, contributionsMax } = question;
  list.fill(acts);
  model.writeTerms(sums, acts, list);
  const score = sums.score(acts);
  const strength = model.strength(sums, validAt, halfLifeDays);
  const spread = spreadOf(sums, score, { acts, list });
  const mixed = isMixed(spread);
  return {
    status: statusOf(acts, model.decays && hasFaded(strength), haveTwoTexts(acts, 0)),
    mixed,
    score,
    band: bandOf(score, bands)?.label ?? null,
    strength,
    spread,
    voices: mixed ? voicesOf({ acts, sums, list }) : null,
    ...contributionsOf({ acts, sums, list }, contributionsMax),
  };
}
