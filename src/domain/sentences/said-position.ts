import type { Axis } from '../issues/issue-content.js';
import type { Voices } from '../stances/voices.js';
import type { Position } from './position.js';
import { scoreSaid, shareSaid } from './said-number.js';

/** What a party did, as the predicate of a sentence: “leaned toward concessions to Moscow (0.41)”. */
export function predicateOf(position: Position, axis: Axis): string {
  const { status, score, voices } = position;
  if (score === null) return 'had declared no stance';
  const [had, how] = [status === 'faded' ? 'had ' : '', status === 'provisional' ? ' provisionally' : ''];
  const faded = status === 'faded' ? ', faded' : '';
  if (voices) {
    const spoke = `${had}${status === 'faded' ? 'spoken' : 'spoke'}${how} with two voices`;
    return `${spoke}: ${voicesSaid(voices, axis, ' of the weight')} (${scoreSaid(score)} on balance${faded})`;
  }
  const verb = isMiddle(score) ? 'stood' : 'leaned';
  return `${had}${verb}${how} ${direction(score, axis)} (${scoreSaid(score)}${bandNote(position, axis)}${faded})`;
}

/** The same as a thing to compare with: “−0.52”, or both sides of what is mixed. */
export function positionSaid({ status, mixed, score, voices }: Position, axis: Axis): string {
  if (score === null) return 'no stance';
  if (!mixed) return `${scoreSaid(score)}${status === 'faded' ? ' (faded)' : ''}`;
  const sides = voices ? voicesSaid(voices, axis, '') : `${scoreSaid(score)} on balance`;
  return `two voices (${sides}${status === 'faded' ? ', faded' : ''})`;
}

/** The same with its direction and status: “−0.52 (toward pressure on Moscow)”. */
export function positionExplained(position: Position, axis: Axis): string {
  const { status, score, voices } = position;
  if (score === null) return 'no stance';
  const notes = status === 'held' || status === 'undeclared' ? '' : `, ${status}`;
  if (voices) return `two voices (${voicesSaid(voices, axis, '')}${notes})`;
  return `${scoreSaid(score)} (${direction(score, axis)}${bandNote(position, axis)}${notes})`;
}

function direction(score: number, { negative, positive }: Axis): string {
  if (isMiddle(score)) return `between ${negative} and ${positive}`;
  return `toward ${score < 0 ? negative : positive}`;
}

/** The band, unless the pole's name says it. */
function bandNote({ score, band }: Position, { negative, positive }: Axis): string {
  const pole = (score ?? 0) < 0 ? negative : positive;
  return band === null || pole.includes(band) ? '' : `, ${band}`;
}

/** Both sides' shares, the greater first. */
function voicesSaid({ negative, positive }: Voices, axis: Axis, ofWhat: string): string {
  const toPositive = { share: shareSaid(positive), label: axis.positive };
  const toNegative = { share: shareSaid(negative), label: axis.negative };
  const [most, other] = positive >= negative ? [toPositive, toNegative] : [toNegative, toPositive];
  const neither = 1 - negative - positive;
  const rest = neither < 1e-9 ? '' : `, ${shareSaid(neither)} toward neither`;
  return `${most.share}${ofWhat} toward ${most.label}, ${other.share} toward ${other.label}${rest}`;
}

/** Told to two decimals, on neither side. */
function isMiddle(score: number): boolean {
  return scoreSaid(score) === '0.00';
}
