import { hash } from 'node:crypto';
import { Refusal } from '../../domain/shared/refusal.js';

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

/** 66 bits: a token is not a secret, it is to be told from those of other questions. */
const digestLength = 11;

export function sealToken(asked: string, { pinned, place }: ReplayToken): string {
  const { place: at, cell, told, events, over } = place;
  const parts = [digestOf(asked), pinned.sequence, pinned.validAt, at, cell, told, events, over ? 1 : 0];
  return Buffer.from(parts.join(' ')).toString('base64url');
}

/** @throws Refusal `invalid` when it is not a token of this very question */
export function openToken(asked: string, sealed: string): ReplayToken {
  const [digest, ...parts] = Buffer.from(sealed, 'base64url').toString('utf8').split(' ');
  const numbers = parts.map(Number);
  const at = (index: number): number => numbers[index] ?? NaN;
  if (digest === digestOf(asked) && numbers.length === 7 && numbers.every(Number.isSafeInteger)) {
    const place = { place: at(2), cell: at(3), told: at(4), events: at(5), over: at(6) === 1 };
    return { pinned: { sequence: at(0), validAt: at(1) }, place };
  }
  const detail = 'This is not a place in this replay; send the id of one of its events, with the same parameters.';
  throw new Refusal('invalid', detail, [{ pointer: '?after', detail }]);
}

function digestOf(asked: string): string {
  return hash('sha256', asked, 'base64url').slice(0, digestLength);
}
