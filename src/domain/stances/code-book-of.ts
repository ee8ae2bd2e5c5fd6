import type { CodeBook } from './code-book.js';

/** The code book of this version; refuses others, naming what is allowed. */
export declare function codeBookOf(version: number): CodeBook;
