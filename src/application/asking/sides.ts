import { Refusal } from '../../domain/shared/refusal.js';
import type { Basis, BasisAsked } from './basis.js';
import type { Question, Questions } from './questions.js';

/** One side of a difference, as asked; `own` are the parameters that were given for this side alone. */
export interface SideAsked {
  readonly basis: BasisAsked;
  readonly own: ReadonlySet<string>;
}

export interface SidesAsked {
  readonly from: SideAsked;
  readonly to: SideAsked;
}

export interface Sides {
  readonly from: Question;
  readonly to: Question;
}

export interface SidesBasis {
  readonly from: Basis;
  readonly to: Basis;
}

/** Both questions, of one knowledge and one today where they ask alike. A complaint names the parameter as given. */
export async function openSides(questions: Questions, { from, to }: SidesAsked): Promise<Sides> {
  const [earlier, later] = [await openSide(questions, 'from', from), await openSide(questions, 'to', to)];
  const knownAt = isSameKnowledge(from.basis, to.basis) ? earlier.knownAt : later.knownAt;
  const validAt = from.basis.validAt === to.basis.validAt ? earlier.validAt : later.validAt;
  return { from: earlier, to: { ...later, knownAt, validAt } };
}

function isSameKnowledge(a: BasisAsked, b: BasisAsked): boolean {
  return a.atSequence === b.atSequence && a.knownAt === b.knownAt && a.minSequence === b.minSequence;
}

async function openSide(questions: Questions, side: 'from' | 'to', { basis, own }: SideAsked): Promise<Question> {
  try {
    return await questions.open(basis);
  } catch (error) {
    throw error instanceof Refusal ? ofSide(error, side, own) : error;
  }
}

/** The same refusal, its pointers to what was given for this side alone with the side's name before them. */
export function ofSide(refusal: Refusal, side: 'from' | 'to', own: ReadonlySet<string>): Refusal {
  const errors = refusal.errors.map((complaint) => {
    const name = complaint.pointer.slice(1);
    return own.has(name) ? { ...complaint, pointer: `?${side}.${name}` } : complaint;
  });
  return new Refusal(refusal.code, refusal.message, errors, refusal.facts);
}
