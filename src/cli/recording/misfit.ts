import type { Problem } from '../server/problem.js';
import type { Misfit } from './planned.js';
import type { Complaint } from './shape.js';

/** Refuses a thing before anything is sent, with every complaint about it. */
export function misfit(asked: Omit<Misfit, 'problem'>, complaints: readonly Complaint[]): Misfit {
  return { ...asked, problem: problemOf(complaints) };
}

function problemOf(complaints: readonly Complaint[]): Problem {
  const [first] = complaints;
  return { code: first?.code ?? 'invalid', detail: first?.detail ?? '', errors: complaints };
}
