import { type DifferenceEffect, differenceEffects } from '../stances/difference.js';
import type { Position } from './position.js';
import { type ActSaid, actSaid } from './said-act.js';
import { type BasisSaid, knowledgeSaid, methodSaid } from './said-basis.js';
import { comparisonSaid } from './said-comparison.js';
import { momentSaid, yearOfMoment } from './said-date.js';
import { changeSaid } from './said-number.js';
import { predicateOf } from './said-position.js';
import { basisSaid } from './stance-sentence.js';
import type { Subject } from './subject.js';

/** One side of a difference. */
export interface SideTold {
  readonly basis: BasisSaid & { readonly validAt: string };
  readonly position: Position;
}

export interface DifferenceTold {
  readonly subject: Subject;
  readonly from: SideTold;
  readonly to: SideTold;
  /** What became of every act that changed. */
  readonly effects: readonly DifferenceEffect[];
  /** The act of the greatest part in the change of score; null where there is none. */
  readonly greatest: (ActSaid & { readonly part: number }) | null;
}

/** The later side as a stance is told, the earlier one to compare with, and how many acts made the difference. */
export function differenceSentence({ subject, from, to, effects, greatest }: DifferenceTold): string {
  const year = yearOfMoment(to.basis.validAt);
  const where = whereSaid(from.basis, to.basis, year);
  const isLater = from.basis.validAt > to.basis.validAt;
  const compared = comparisonSaid(to.position, { position: from.position, where, isLater }, subject.axis);
  const course = where === '' ? '' : `, ${compared},`;
  const clause = `${subject.party} ${predicateOf(to.position, subject.axis)}${course} on ${subject.issue}`;
  const most = greatest ? `, most by ${actSaid(greatest, year)} (${changeSaid(greatest.part)})` : '';
  return `On ${basisSaid(to.basis, year)}, ${clause}; ${effectsSaid(effects)}${most}.`;
}

/** Whatever the other basis does not share with this one; empty where they are the same. */
function whereSaid(other: SideTold['basis'], basis: SideTold['basis'], year: string): string {
  return [
    ...(other.validAt === basis.validAt ? [] : [`on ${momentSaid(other.validAt, year)}`]),
    ...(other.knownAt.sequence === basis.knownAt.sequence ? [] : [otherKnowledge(other, basis, year)]),
    ...(isSameMethod(other, basis) ? [] : [otherMethod(other, basis)]),
  ].join(' ');
}

/** With its sequence where the days do not tell the two apart. */
function otherKnowledge(other: BasisSaid, basis: BasisSaid, year: string): string {
  const said = knowledgeSaid(other, year);
  return said === knowledgeSaid(basis, year) ? `${said} at sequence ${other.knownAt.sequence}` : said;
}

function isSameMethod(other: BasisSaid, basis: BasisSaid): boolean {
  return other.model.name === basis.model.name && JSON.stringify(other.lens) === JSON.stringify(basis.lens);
}

function otherMethod(other: BasisSaid, basis: BasisSaid): string {
  const said = methodSaid(other);
  if (said === '') return 'by the usual model, through no lens';
  return said === methodSaid(basis) ? 'through another such lens' : said;
}

const verbs: Readonly<Record<DifferenceEffect, readonly [one: string, several: string]>> = {
  entered: ['entered', 'entered'],
  left: ['left', 'left'],
  corrected: ['was corrected', 'were corrected'],
  reweighted: ['was reweighted', 'were reweighted'],
};

/** “2 acts entered, 1 left, 1 was corrected”. */
function effectsSaid(effects: readonly DifferenceEffect[]): string {
  const counts = differenceEffects
    .map((effect) => ({ effect, count: effects.filter((each) => each === effect).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return 'no act changed';
  return counts
    .map(({ effect, count }, index) => {
      const noun = index > 0 ? '' : count === 1 ? ' act' : ' acts';
      return `${count}${noun} ${verbs[effect][count === 1 ? 0 : 1]}`;
    })
    .join(', ');
}
