import type { SideAsked, SidesAsked } from '../../application/asking/sides.js';
import { ofSide } from '../../application/asking/sides.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { Asked } from './asked.js';
import { basisOf, isLasting } from './basis-of.js';

/** Of these only one is asked: what a side says of its own takes the place of what is common. */
const alternatives = ['atSequence', 'knownAt'] as const;

/** The two bases of a difference: what has `from.` or `to.` before it is that side's, all else common to both. */
export function sidesOf(asked: Asked): SidesAsked {
  return { from: sideOf(asked, 'from'), to: sideOf(asked, 'to') };
}

/** The difference is the same for ever: all its times are fixed. */
export function areLasting({ from, to }: SidesAsked): boolean {
  return isLasting(from.basis) && isLasting(to.basis);
}

function sideOf(asked: Asked, side: 'from' | 'to'): SideAsked {
  const own = asked.namesUnder(`${side}.`);
  const replaced = alternatives.some((name) => own.has(name)) ? alternatives : [];
  try {
    return { basis: basisOf(asked.under(`${side}.`, replaced)), own };
  } catch (error) {
    throw error instanceof Refusal ? ofSide(error, side, own) : error;
  }
}
