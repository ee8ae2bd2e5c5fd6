import { refuseIf } from '../../domain/shared/check.js';
import { parseTime } from '../../domain/time/time.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';

/** An end of a range: the parameter's name, and the time that the client gave; null leaves it open. */
interface End {
  readonly name: string;
  readonly time: string | null;
}

/**
 * A range with both its ends in it: one instant can be both, a date that comes after another one cannot.
 * @throws Refusal `bad-time`, `invalid`
 */
export function assertForwards(from: End, to: End): void {
  if (from.time === null || to.time === null) return;
  const first = parseTime(from.time, `?${from.name}`).start;
  const last = { start: parseTime(to.time, `?${to.name}`).start, end: parseUpperBound(to.time, `?${to.name}`) };
  const isBackwards = first > last.start && first >= last.end;
  const detail = `\`${from.name}\` comes before \`${to.name}\`: ${from.time} does not come before ${to.time}.`;
  refuseIf(isBackwards, 'invalid', { pointer: `?${from.name}`, detail });
}
