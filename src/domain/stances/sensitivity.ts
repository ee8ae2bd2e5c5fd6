import { withAlikeForce } from './alike-force.js';
import type { Cell } from './cell.js';
import { latest1 } from './models/latest.js';
import { mean1 } from './models/mean.js';
import type { StanceModel } from './models/stance-model.js';
import type { StanceQuestion } from './stance-question.js';
import type { StanceSummary } from './stance.js';
import { summaryOf } from './summary-of.js';
import type { Withdrawals } from './withdrawals.js';

export const variants = [
  'as-asked',
  'half-life-halved',
  'half-life-doubled',
  'all-forces-1',
  'mean',
  'latest',
] as const;
export type Variant = (typeof variants)[number];

/** A stance under other conventions than those that it was asked under. */
export interface VariantStance {
  readonly variant: Variant;
  readonly model: StanceModel;
  readonly halfLifeDays: number;
  readonly stance: StanceSummary;
}

export interface Sensitivity {
  readonly variants: readonly VariantStance[];
  /** Whether the band is the same in all; null where there is no stance. */
  readonly robust: boolean | null;
}

/** What a stance would be under other conventions, of which none is a finding: the same acts, seen in other ways. */
export function sensitivityOf(cell: Cell, withdrawals: Withdrawals, question: StanceQuestion): Sensitivity {
  const stances = variants.map((variant): VariantStance => {
    const varied = { ...question, ...changeOf(variant, question) };
    const stance = summaryOf(cell, withdrawals, varied);
    return { variant, model: varied.model, halfLifeDays: varied.halfLifeDays, stance };
  });
  const [asked] = stances;
  const isStance = asked !== undefined && asked.stance.score !== null;
  return { variants: stances, robust: isStance ? stances.every((one) => isAlike(one, asked)) : null };
}

function changeOf(variant: Variant, { halfLifeDays, codeBook }: StanceQuestion): Partial<StanceQuestion> {
  switch (variant) {
    case 'as-asked':
      return {};
    case 'half-life-halved':
      return { halfLifeDays: halfLifeDays / 2 };
    case 'half-life-doubled':
      return { halfLifeDays: halfLifeDays * 2 };
    case 'all-forces-1':
      return { codeBook: withAlikeForce(codeBook) };
    case 'mean':
      return { model: mean1 };
    case 'latest':
      return { model: latest1 };
  }
}

function isAlike(one: VariantStance, other: VariantStance): boolean {
  return one.stance.band === other.stance.band;
}
