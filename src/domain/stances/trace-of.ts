import type { Cell } from './cell.js';
import type { CellRow } from './cell-row.js';
import { exp2 } from './exp2.js';
import { halfLivesIn } from './half-life.js';
import { rowsAt } from './rows-at.js';
import type { StanceQuestion } from './stance-question.js';
import type { Contribution, Stance } from './stance.js';
import { stanceOf } from './stance-of.js';
import type { Withdrawals } from './withdrawals.js';

/** What an act's part in a stance is made of; the product of the first four is its weight. */
export interface WeightFactors {
  readonly force: number;
  readonly attribution: number;
  readonly reliability: number;
  /** 0.01 … 1. */
  readonly certainty: number;
  readonly standing: number;
  /** 2^((effective − T) / halfLife); 1 where nothing decays. */
  readonly decay: number;
}

export interface TracedContribution extends Contribution {
  /** The act as it was coded at K, as far as its weight depends on it. */
  readonly row: CellRow;
  readonly factors: WeightFactors;
  /** What the act adds to the strength; its share is that of the strength. */
  readonly term: number;
  /** share × value: what the act adds to the score. */
  readonly product: number;
}

/** A stance added up again from all its contributions. */
export interface Recount {
  readonly shares: number;
  /** Σ share × value; null where nothing contributes. */
  readonly score: number | null;
  /** Σ term. */
  readonly strength: number;
}

export interface Trace {
  readonly stance: Stance;
  /** Those that the stance lists. */
  readonly contributions: readonly TracedContribution[];
  readonly recount: Recount;
}

/**
 * A stance with every number that it is made of: the contributions that `stanceOf` lists for the same question, each
 * with its factors, and sums over all of them, listed or not, which equal what the stance says but for rounding.
 */
export function traceOf(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): Trace {
  const whole = stanceOf(cell, withdrawals, { ...question, contributionsMax: Infinity });
  const isWhole = (question.contributionsMax ?? Infinity) >= whole.contributionsTotal;
  const stance = isWhole ? whole : stanceOf(cell, withdrawals, question);
  const rowOf = rowsAt(cell, question.sequence);
  return {
    stance,
    contributions: stance.contributions.map((each) => traced(each, rowOf(each.act), question)),
    recount: recountOf(whole.contributions, question),
  };
}

function traced(contribution: Contribution, row: CellRow, question: StanceQuestion): TracedContribution {
  const factors = { ...codedFactors(row, question), ...timelyFactors(contribution, question) };
  const product = contribution.share * contribution.value;
  return { ...contribution, row, factors, term: termOf(contribution, question), product };
}

function codedFactors(row: CellRow, { codeBook }: StanceQuestion): Omit<WeightFactors, 'standing' | 'decay'> {
  const { kind, mode, attribution, grade, certainty } = row;
  return {
    force: kind === 'action' ? codeBook.force.action[mode ?? 'material'] : codeBook.force[kind],
    attribution: codeBook.attribution[attribution],
    reliability: codeBook.reliability[grade],
    certainty,
  };
}

function timelyFactors(
  { standing, effective }: Contribution,
  { model, validAt, halfLifeDays }: StanceQuestion,
): Pick<WeightFactors, 'standing' | 'decay'> {
  return { standing, decay: model.decays ? exp2(halfLivesIn(effective - validAt, halfLifeDays)) : 1 };
}

function termOf(contribution: Contribution, question: StanceQuestion): number {
  const { standing, decay } = timelyFactors(contribution, question);
  return question.model.termOf(contribution.weight, standing, decay);
}

function recountOf(contributions: readonly Contribution[], question: StanceQuestion): Recount {
  let [shares, score, strength] = [0, 0, 0];
  for (const contribution of contributions) {
    shares += contribution.share;
    score += contribution.share * contribution.value;
    strength += termOf(contribution, question);
  }
  return { shares, score: contributions.length === 0 ? null : score, strength };
}
