import type { ActKind } from '../../domain/acts/act-kind.js';
import type { ActPlace } from '../../ports/acts.js';
import type { KnowledgeAsked } from './knowledge.js';

/** Which acts to list, of which knowledge, and the page of them. */
export interface ActListing {
  readonly party: string | null;
  readonly issue: string | null;
  readonly kind: ActKind | null;
  readonly speaker: string | null;
  readonly source: string | null;
  /** Times as the client gave them: acts that occurred wholly within. */
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string | null;
  readonly limit: number;
  readonly cursor: string | null;
  readonly knowledge: KnowledgeAsked;
}

/** What a cursor is sealed to: the filter and the K that the first page was asked with, whatever the size of pages. */
export function questionOf({ party, issue, kind, speaker, source, from, to, q, knowledge }: ActListing): string {
  const { atSequence, knownAt } = knowledge;
  return JSON.stringify([party, issue, kind, speaker, source, from, to, q, atSequence, knownAt]);
}

export function isPlace(place: unknown): place is ActPlace {
  if (typeof place !== 'object' || place === null) return false;
  const { effective, number } = place as Partial<ActPlace>;
  return Number.isSafeInteger(effective) && Number.isSafeInteger(number);
}
