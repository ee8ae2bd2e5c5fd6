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

/** Whether the acts from this position on show a distinct text beside the first act's. */
export function haveTwoTexts({ cell, rows, count }: InForce, from: number): boolean {
  const { text } = cell.columns;
  const first = text[rows[0] ?? 0];
  for (let at = from; at < count; at++) {
    const other = text[rows[at] ?? 0];
    if (other !== first || other === severalTexts) return true;
  }
  return false;
}
