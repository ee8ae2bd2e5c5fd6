import type { Position } from './position.js';
import { type ActSaid, actSaid } from './said-act.js';
import { type BasisSaid, knowledgeSaid, methodSaid } from './said-basis.js';
import { comparisonSaid } from './said-comparison.js';
import { momentSaid, yearOfMoment } from './said-date.js';
import { counted, shareSaid } from './said-number.js';
import { predicateOf } from './said-position.js';
import type { Subject } from './subject.js';

export interface StanceTold {
  readonly subject: Subject;
  readonly basis: BasisSaid & { readonly validAt: string };
  readonly position: Position;
  /** The position at an earlier T, on the same basis else; null where there is no such T. */
  readonly earlier: { readonly validAt: string; readonly position: Position } | null;
  /** How many contribute, and the one of greatest share. */
  readonly acts: number;
  readonly heaviest: (ActSaid & { readonly share: number }) | null;
  /** How many may have happened already. */
  readonly pending: number;
}

/** A stance in one English sentence, out of nothing but its numbers and names: the same for the same answer. */
export function stanceSentence(told: StanceTold): string {
  const { subject, basis, position } = told;
  const year = yearOfMoment(basis.validAt);
  const clause = `${subject.party} ${predicateOf(position, subject.axis)}${courseSaid(told, year)} on ${subject.issue}`;
  return `On ${basisSaid(basis, year)}, ${clause}; ${actsSaid(told, year)}${pendingSaid(told)}.`;
}

function courseSaid({ subject, position, earlier }: StanceTold, year: string): string {
  if (!earlier || (position.score === null && earlier.position.score === null)) return '';
  const where = `on ${momentSaid(earlier.validAt, year)}`;
  return `, ${comparisonSaid(position, { position: earlier.position, where, isLater: false }, subject.axis)},`;
}

/** T, K and what is unusual beside them: “22 April 2025, as known on 23 April”. */
export function basisSaid(basis: BasisSaid & { readonly validAt: string }, year: string): string {
  const method = methodSaid(basis);
  return [momentSaid(basis.validAt, null), knowledgeSaid(basis, year), ...(method === '' ? [] : [method])].join(', ');
}

function actsSaid({ acts, heaviest, position }: StanceTold, year: string): string {
  if (acts === 0 || !heaviest) return 'no act counts';
  if (acts === 1) return `1 act, ${actSaid(heaviest, year)}`;
  const texts = position.status === 'provisional' ? ' from one text' : '';
  return `${counted(acts, 'act')}${texts}, most weight: ${actSaid(heaviest, year)} (${shareSaid(heaviest.share)})`;
}

function pendingSaid({ acts, pending }: StanceTold): string {
  if (pending === 0) return '';
  return `, ${pending} ${acts === 0 ? '' : 'more '}may have happened already`;
}
