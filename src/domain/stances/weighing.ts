import type { CodeBook } from './code-book.js';

/** What an act's weight depends on, besides the act. */
export interface Weighing {
  readonly codeBook: CodeBook;
  /** 1 … 36500; without effect in models that do not decay. */
  readonly halfLifeDays: number;
}
