import type { InForce } from './in-force.js';
import type { StanceStatus } from './stance.js';

const fadedBelow = 0.1;
const severalTexts = -1;

export function hasFaded(strength: number): boolean {
  return strength < fadedBelow;
}

/** How well the acts in force, one or more, carry a stance (DESIGN section 5). */
export function statusOf({ count, lens }: InForce, strength: number, twoTexts: boolean): StanceStatus {
  if (lens.model.decays && hasFaded(strength)) return 'faded';
  return count < 2 || !twoTexts ? 'provisional' : 'held';
}

/** Whether the acts in force from this row on show a text beside that of the first act, or two by themselves. */
export function haveTwoTexts(acts: InForce, from: number): boolean {
  const first = acts.cell.columns.text[acts.firsts[0] ?? 0] ?? severalTexts;
  if (first === severalTexts) return true;
  for (let range = acts.rangeFrom(from); range < acts.ranges; range++) {
    if (hasOther(acts, { row: Math.max(acts.firsts[range] ?? 0, from), stop: acts.stops[range] ?? 0, first }))
      return true;
  }
  return false;
}

interface Search {
  readonly row: number;
  readonly stop: number;
  readonly first: number;
}

function hasOther({ cell }: InForce, search: Search): boolean {
  const { text } = cell.columns;
  for (let row = search.row; row < search.stop; row++) if (text[row] !== search.first) return true;
  return false;
}
