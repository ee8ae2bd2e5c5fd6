import type { Participant } from './participant.js';
import type { StepAct } from './segment.js';
import { uniqueInOrder } from './unique-in-order.js';

/**
 * The acts of a step: those of the cell whose standing changed, by entering and leaving too, and each withdrawal behind
 * one whose own standing changed. `changed` has withdrawals before what they name.
 */
export function stepActsOf(changed: readonly Participant[]): readonly StepAct[] {
  const involved = new Set<Participant>();
  for (const participant of [...changed].reverse()) {
    const isBehind = participant.names.some((named) => involved.has(named));
    if (participant.row >= 0 || isBehind) involved.add(participant);
  }
  return uniqueInOrder(Array.from(involved, ({ act, effective }) => ({ act, effective })));
}
