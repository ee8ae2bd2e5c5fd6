import { severalTexts } from './cell-row.js';
import type { InForce } from './in-force.js';
import type { StanceStatus } from './stance.js';

const fadedBelow = 0.1;

export function hasFaded(strength: number): boolean {
  return strength < fadedBelow;
}

/** How well the acts in force, one or more, carry a stance (DESIGN section 5). */
export function statusOf({ count }: InForce, faded: boolean, twoTexts: boolean): StanceStatus {
  if (faded) return 'faded';
  return count < 2 || !twoTexts ? 'provisional' : 'held';
}

/** Whether the acts in force from this row on show a text beside that of the first act, or two by themselves. */
export function haveTwoTexts(acts: InForce, from: number): boolean {
  if (beginsWithTwo(acts, from)) return true;
  const first = acts.cell.columns.text[acts.firsts[0] ?? 0] ?? severalTexts;
  for (let range = acts.rangeFrom(from); range < acts.ranges; range++) {
    const row = Math.max(acts.firsts[range] ?? 0, from);
    if (hasOther(acts, { row, stop: acts.stops[range] ?? 0, first })) return true;
  }
  return false;
}

/** Whether the first range tells, by what the cell knows: mostly it does, and no row need be looked at. */
function beginsWithTwo({ cell, firsts, stops, ranges }: InForce, from: number): boolean {
  if (ranges === 0 || firsts[0] !== 0) return false;
  const row = cell.secondTextRow;
  return from <= row && row < (stops[0] ?? 0);
}

interface Search {
  readonly row: number;
  readonly stop: number;
  readonly first: number;
}

function hasOther({ cell }: InForce, { row, stop, first }: Search): boolean {
  if (first === severalTexts) return true;
  const { text } = cell.columns;
  for (let at = row; at < stop; at++) if (text[at] !== first) return true;
  return false;
}
