import type { Instant } from '../time/instant.js';
import { hasFaded } from './status-of.js';

/** The first instant in (from, until) at which this strength, which only falls, has faded; null if none or before. */
export function fadeAfter(from: Instant, until: Instant, strengthAt: (at: Instant) => number): Instant | null {
  let held = from;
  let faded = until - 1;
  if (hasFaded(strengthAt(held)) || !hasFaded(strengthAt(faded))) return null;
  while (faded - held > 1) {
    const middle = held + Math.floor((faded - held) / 2);
    if (hasFaded(strengthAt(middle))) faded = middle;
    else held = middle;
  }
  return faded;
}
