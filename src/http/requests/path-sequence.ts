import { Refusal } from '../../domain/shared/refusal.js';

/** The sequence that a path names: 1, 2, 3 … @throws Refusal `not-found` for what no event can have */
export function pathSequence(sequence: string): number {
  const number = /^[1-9]\d{0,15}$/.test(sequence) ? Number(sequence) : NaN;
  if (Number.isSafeInteger(number)) return number;
  throw new Refusal('not-found', `There is no event \`${sequence.slice(0, 40)}\`; sequences are 1, 2, 3 ….`);
}
