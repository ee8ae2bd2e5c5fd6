import { refuseIf } from '../../domain/shared/check.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';

/** Times as the client gave them; null: from the first step, open at the end. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export interface Bounds {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** What is told over time ends at `to`, or where the basis given says. @throws Refusal `bad-time`, `invalid` */
export function periodOf(validAt: string | null, { from, to }: Period): Bounds {
  const end = endOfPeriod(validAt, to);
  const start = from === null ? null : parseTime(from, '?from').start;
  const detail = `\`from\` comes before \`to\`: ${from ?? ''} does not come before ${to ?? validAt ?? ''}.`;
  refuseIf(start !== null && end !== null && start >= end, 'invalid', { pointer: '?from', detail });
  return { from: start, to: end };
}

/**
 * The end as `to` or `validAt` names it; a basis that is sent back has both, and they are one.
 * @throws Refusal `bad-time`, `invalid` where they differ
 */
export function endOfPeriod(validAt: string | null, to: string | null): Instant | null {
  const [end, basis] = [endOf(to, '?to'), endOf(validAt, '?validAt')];
  const detail = `\`to\` and \`validAt\` are two names of one end here; ${to ?? ''} and ${validAt ?? ''} are not one.`;
  refuseIf(end !== null && basis !== null && end !== basis, 'invalid', { pointer: '?validAt', detail });
  return end ?? basis;
}

export function shownInstant(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

function endOf(time: string | null, pointer: string): Instant | null {
  return time === null ? null : parseUpperBound(time, pointer);
}
