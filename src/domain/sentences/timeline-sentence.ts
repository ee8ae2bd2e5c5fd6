import type { Position } from './position.js';
import { type BasisSaid, knowledgeSaid, methodSaid } from './said-basis.js';
import { dayOfMomentSaid, momentSaid, startSaid, yearOfMoment } from './said-date.js';
import { counted, scoreSaid } from './said-number.js';
import { positionExplained } from './said-position.js';
import type { Subject } from './subject.js';

/** A segment of a timeline; the first and the last of them with both sides of what is mixed. */
export interface StretchTold {
  readonly from: string;
  readonly position: Position;
}

export interface TimelineTold {
  readonly subject: Subject;
  readonly basis: BasisSaid;
  /** null: from the first step. */
  readonly from: string | null;
  /** null: open. */
  readonly to: string | null;
  readonly stretches: readonly StretchTold[];
}

/** A timeline in one sentence: from where to where, how far it went between. */
export function timelineSentence(told: TimelineTold): string {
  const { subject, stretches } = told;
  const [first, last] = [stretches[0], stretches.at(-1)];
  const heading = headingSaid(told);
  if (!first || !last || stretches.every(({ position }) => position.score === null))
    return `${heading}, ${subject.party} declared no stance on ${subject.issue}.`;
  const start = positionExplained(first.position, subject.axis);
  const end = positionExplained(last.position, subject.axis);
  if (stretches.length === 1) return `${heading}, ${subject.party} stayed at ${start} on ${subject.issue}.`;
  const course = start === end ? `began and ended at ${start}` : `went from ${start} to ${end}`;
  const since = `there since ${stretchStartSaid(told, last.from)}`;
  return `${heading}, ${subject.party} ${course} on ${subject.issue}, ${since}; ${betweenSaid(told)}.`;
}

function headingSaid(told: TimelineTold): string {
  const { basis, to } = told;
  const year = yearOf(told);
  const method = methodSaid(basis);
  const end = to === null ? '' : momentSaid(to, year);
  const start = startOf(told);
  const period = start === null ? (to === null ? 'At any time' : `Until ${end}`) : spanSaid(start, end);
  return [period, knowledgeSaid(basis, year), ...(method === '' ? [] : [method])].join(', ');
}

function spanSaid(start: string, end: string): string {
  return `From ${start} ${end === '' ? 'on' : `to ${end}`}`;
}

/** Where the period has no start, the first step is. */
function startOf({ from, stretches }: TimelineTold): string | null {
  if (from !== null) return startSaid(from, null);
  return stretches[0] ? dayOfMomentSaid(stretches[0].from, null) : null;
}

/** The year that is told first, if any. */
function yearOf({ from, stretches }: TimelineTold): string | null {
  if (from !== null) return from.slice(0, 4);
  return stretches[0] ? yearOfMoment(stretches[0].from) : null;
}

function betweenSaid(told: TimelineTold): string {
  const { stretches } = told;
  const notes = [
    counted(stretches.length, 'segment'),
    ...extremesSaid(told),
    ...countSaid(stretches.filter(({ position }) => position.mixed).length, 'mixed'),
    ...countSaid(stretches.filter(({ position }) => position.score === null).length, 'without a stance'),
  ];
  return notes.join(', ');
}

function countSaid(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${what}`];
}

/** The least and the greatest score, each where it was first, if they differ. */
function extremesSaid(told: TimelineTold): readonly string[] {
  const scored = told.stretches.flatMap(({ from, position: { score } }) => (score === null ? [] : [{ from, score }]));
  const [first, ...others] = scored;
  if (!first) return [];
  const least = others.reduce((low, each) => (each.score < low.score ? each : low), first);
  const greatest = others.reduce((high, each) => (each.score > high.score ? each : high), first);
  if (least === greatest) return [];
  const said = ({ from, score }: typeof first): string => `${scoreSaid(score)} on ${stretchStartSaid(told, from)}`;
  return [`lowest ${said(least)}`, `highest ${said(greatest)}`];
}

/** A step's day, which is that of the act; the first segment may begin where the period does, which is no T. */
function stretchStartSaid(told: TimelineTold, from: string): string {
  return from === told.from ? startSaid(from, yearOf(told)) : dayOfMomentSaid(from, yearOf(told));
}
