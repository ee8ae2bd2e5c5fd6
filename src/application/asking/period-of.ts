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
  const end = to === null ? endOf(validAt, '?validAt') : endOf(to, '?to');
  const start = from === null ? null : parseTime(from, '?from').start;
  const detail = `\`from\` comes before \`to\`: ${from ?? ''} does not come before ${to ?? validAt ?? ''}.`;
  refuseIf(start !== null && end !== null && start >= end, 'invalid', { pointer: '?from', detail });
  return { from: start, to: end };
}

export function shownInstant(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

function endOf(time: string | null, pointer: string): Instant | null {
  return time === null ? null : parseUpperBound(time, pointer);
}
