import type { Complaint, RefusalCode } from './refusal.js';
import { Refusal } from './refusal.js';

/** Refuses with every complaint at once, the first one's sentence as the detail; silent when there is none. */
export function refuseIfAny(code: RefusalCode, complaints: readonly Complaint[]): void {
  const first = complaints[0];
  if (first) throw new Refusal(code, first.detail, complaints);
}

/** Refuses when `wrong` holds. */
export function refuseIf(wrong: boolean, code: RefusalCode, { pointer, detail }: Complaint): void {
  if (wrong) throw new Refusal(code, detail, [{ pointer, detail }]);
}
