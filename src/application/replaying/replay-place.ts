import { Refusal } from '../../domain/shared/refusal.js';
import { seal, unseal } from './sealed.js';

/** How far a replay has come; opaque to clients. */
export interface ReplayPlace {
  /** On the replay's course: an instant or a sequence. */
  readonly place: number;
  /** The cell, by its number, that is next at that place. */
  readonly cell: number;
  /** Acts that were told already of that cell there. */
  readonly told: number;
  /** Events told so far, from the very beginning. */
  readonly events: number;
  /** Whether the summary was told too. */
  readonly over: boolean;
}

/** What was pinned when the replay began. */
export interface Pinned {
  readonly sequence: number;
  readonly validAt: number;
}

export interface ReplayToken {
  readonly pinned: Pinned;
  readonly place: ReplayPlace;
}

export function sealToken(asked: string, { pinned, place }: ReplayToken): string {
  const { place: at, cell, told, events, over } = place;
  return seal(asked, [pinned.sequence, pinned.validAt, at, cell, told, events, over ? 1 : 0].join(' '));
}

/** @throws Refusal `invalid` when it is not a token of this very question */
export function openToken(asked: string, sealed: string): ReplayToken {
  const numbers = unseal(asked, sealed)?.split(' ').map(Number);
  const detail = 'This is not a place in this replay; send the id of one of its events, with the same parameters.';
  if (!numbers) throw new Refusal('invalid', detail, [{ pointer: '?after', detail }]);
  const at = (index: number): number => numbers[index] ?? NaN;
  const place = { place: at(2), cell: at(3), told: at(4), events: at(5), over: at(6) === 1 };
  return { pinned: { sequence: at(0), validAt: at(1) }, place };
}
