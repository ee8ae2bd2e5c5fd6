import type { Axis } from '../issues/issue-content.js';
import type { Position } from './position.js';
import { scoreSaid } from './said-number.js';
import { positionSaid } from './said-position.js';

/** Another position to compare with, and when or on which basis it was held. */
export interface Comparison {
  readonly position: Position;
  /** Such as “on 1 March”. */
  readonly where: string;
  /** Whether it comes after, in valid time. */
  readonly isLater: boolean;
}

const earlier = {
  ...{ up: 'up from', down: 'down from', level: 'level with', nearly: 'hardly changed from' },
  other: 'after',
};
const later: typeof earlier = {
  ...{ up: 'above', down: 'below', level: 'level with', nearly: 'hardly apart from' },
  other: 'against',
};

/** “up from −0.52 on 1 March”: which way the score went, or what else was there. */
export function comparisonSaid(now: Position, { position: then, where, isLater }: Comparison, axis: Axis): string {
  const words = isLater ? later : earlier;
  if (isSame(now, then)) return sameSaid(now, then, where);
  const word = isComparable(now) && isComparable(then) ? words[wayOf(now.score, then.score)] : words.other;
  return `${word} ${positionSaid(then, axis)} ${where}`;
}

/** Where the issue was framed anew between, one score has two names. */
function sameSaid(now: Position, then: Position, where: string): string {
  return now.band === then.band ? `the same ${where}` : `the same score ${where}, then ${then.band ?? 'in no band'}`;
}

function isSame(a: Position, b: Position): boolean {
  return a.score === b.score && a.status === b.status && a.mixed === b.mixed;
}

function isComparable(position: Position): position is Position & { readonly score: number } {
  return position.score !== null && !position.mixed;
}

function wayOf(now: number, then: number): 'up' | 'down' | 'level' | 'nearly' {
  if (now === then) return 'level';
  if (scoreSaid(now) === scoreSaid(then)) return 'nearly';
  return now > then ? 'up' : 'down';
}
