import { type Act, evolveAct } from '../../domain/acts/act.js';
import type { Source } from '../../domain/sources/source.js';
import { parseTime } from '../../domain/time/time.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';
import type { ActHistory } from '../../ports/acts.js';
import type { Lens } from './basis.js';

/** Whether the lens lets what this recorder recorded of acts count. */
export function passesRecorder(recorder: string, { recorders, excludeRecorders }: Lens): boolean {
  return (recorders?.includes(recorder) ?? true) && !excludeRecorders?.includes(recorder);
}

/** The act as what the lens sees of its history made it; null when it leaves the act out whole. */
export function actThrough(lens: Lens, history: ActHistory): Act | null {
  const [first] = history;
  if (!first || !isLeft(first, lens)) return null;
  const seen = history.filter(({ recorder }) => passesRecorder(recorder, lens)).map(({ event }) => event);
  return seen.reduce<Act | null>(evolveAct, null);
}

/** An act is left out whole when the lens names it, or leaves out the event that first recorded it. */
export function isLeft({ act, recorder }: ActHistory[number], lens: Lens): boolean {
  return !lens.excludeActs?.includes(act) && passesRecorder(recorder, lens);
}

/** Whether citations of a source count: it is not retracted, and the lens does not leave it out. */
export function countsThrough(lens: Lens): (id: string, source: Source | undefined) => boolean {
  const { excludeSources, publishedUntil } = lens;
  const until = publishedUntil === undefined ? Infinity : parseUpperBound(publishedUntil, '?publishedUntil');
  return (id, source) => {
    if (!source || source.retracted || excludeSources?.includes(id)) return false;
    return parseTime(source.content.published, '/published').end <= until;
  };
}
