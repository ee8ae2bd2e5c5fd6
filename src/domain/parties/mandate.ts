import type { Instant } from '../time/instant.js';
import { parseTime } from '../time/time.js';
import type { Mandate } from './speaker-content.js';

/** When an act occurred, and for whom. */
export interface Occasion {
  readonly party: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** The first mandate for the party that covers the whole occasion, from the start of `from` to the end of `until`. */
export function mandateCovering(mandates: readonly Mandate[], { party, start, end }: Occasion): Mandate | null {
  return mandates.find((mandate) => mandate.party === party && lasts(mandate, start, end)) ?? null;
}

function lasts({ from, until }: Mandate, start: Instant, end: Instant): boolean {
  return parseTime(from, '').start <= start && (until === null || end <= parseTime(until, '').end);
}
