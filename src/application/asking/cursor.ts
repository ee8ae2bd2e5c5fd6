import { refuseIf } from '../../domain/shared/check.js';
import type { KnowledgeAsked } from './knowledge.js';

/** What a list goes on with: the K and the question that its first page was asked on, and the place reached. */
export interface Cursor<P> {
  readonly sequence: number;
  /** The filter as it was asked, so that a cursor of another question is refused. */
  readonly asked: string;
  readonly place: P;
}

export function sealCursor<P>({ sequence, asked, place }: Cursor<P>): string {
  return Buffer.from(JSON.stringify([sequence, asked, place])).toString('base64url');
}

/** @throws Refusal `invalid` when it is not a cursor of this very question */
export function openCursor<P>(sealed: string, asked: string, isPlace: (place: unknown) => place is P): Cursor<P> {
  const parts = parsed(sealed);
  const [sequence, question, place] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const own = Number.isSafeInteger(sequence) && question === asked && isPlace(place);
  const detail = 'This is not a cursor of this question; take `next` from its previous page, with the same parameters.';
  refuseIf(!own, 'invalid', { pointer: '?cursor', detail });
  return { sequence: sequence as number, asked, place: place as P };
}

/** A page after the first is of the K that its cursor keeps, whatever the head is by then. */
export function keptBy(cursor: Cursor<unknown> | null, asked: KnowledgeAsked): KnowledgeAsked {
  return cursor ? { ...asked, atSequence: cursor.sequence, knownAt: null } : asked;
}

function parsed(sealed: string): unknown {
  try {
    return JSON.parse(Buffer.from(sealed, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
