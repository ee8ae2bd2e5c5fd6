import type { CodeBook } from './code-book.js';

/** Version 1: a convention, not a finding. */
export const codeBook1: CodeBook = {
  version: 1,
  force: {
    action: { material: 2, diplomatic: 1, procedural: 0.5 },
    commitment: 1.5,
    concession: 1.5,
    proposal: 1.2,
    acceptance: 1.2,
    rejection: 1.2,
    statement: 1,
    threat: 1,
    demand: 1,
    withdrawal: 1,
    denial: 0.8,
  },
  attribution: { 'on-record': 1, official: 0.9, reported: 0.7, anonymous: 0.5 },
  reliability: { A: 1, B: 0.9, C: 0.7, D: 0.4, E: 0.2, F: 0.5 },
};
