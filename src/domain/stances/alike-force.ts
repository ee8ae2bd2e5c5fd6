import type { CodeBook } from './code-book.js';

const allOnes: CodeBook['force'] = {
  action: { material: 1, diplomatic: 1, procedural: 1 },
  commitment: 1,
  concession: 1,
  proposal: 1,
  acceptance: 1,
  rejection: 1,
  statement: 1,
  threat: 1,
  demand: 1,
  withdrawal: 1,
  denial: 1,
};
const byBook = new WeakMap<CodeBook, CodeBook>();

/** The same code book with every force 1, for seeing how much a stance hangs on that convention; never in a basis. */
export function withAlikeForce(book: CodeBook): CodeBook {
  const known = byBook.get(book);
  if (known) return known;
  const alike = { ...book, force: allOnes };
  byBook.set(book, alike);
  return alike;
}
