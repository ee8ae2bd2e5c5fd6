import { Refusal } from '../shared/refusal.js';
import type { CodeBook } from './code-book.js';
import { codeBook1 } from './code-book-1.js';

/** Every version ever released: answers given with them stay computable. */
const released: readonly CodeBook[] = [codeBook1];

/** The code book of this version; refuses others, naming what is allowed. */
export function codeBookOf(version: number): CodeBook {
  const found = released.find((book) => book.version === version);
  if (found) return found;
  const allowed = released.map((book) => book.version).join(', ');
  const detail = `There is no code book ${version}; allowed: ${allowed}.`;
  throw new Refusal('invalid', detail, [{ pointer: '?codebook', detail }]);
}
