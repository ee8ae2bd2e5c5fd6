import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { CellId, Question } from './questions.js';
import type { StanceView } from './views.js';

/** Memory for answers, in bytes, and what one takes by measure: its objects and, later, its text. */
const bytesMax = 67_108_864;
const bytesOf = { answer: 1_500, contribution: 600 } as const;

/** Answers given lately. A question with its K pinned has one answer for ever, so nothing here is ever wrong. */
@Injectable()
export class StanceCache {
  private readonly answers = new LRUCache<string, StanceView>({
    maxSize: bytesMax,
    sizeCalculation: ({ contributions }) => bytesOf.answer + contributions.length * bytesOf.contribution,
  });

  /** The answer to the same question as before, or a new one. */
  of(key: string, answer: () => StanceView): StanceView {
    const known = this.answers.get(key);
    if (known) return known;
    const view = answer();
    this.answers.set(key, view);
    return view;
  }
}

/** Everything that an answer depends on. */
export function keyOf({ party, issue }: CellId, question: Question, contributions: number): string {
  const { validAt, knownAt, model, codeBook, lens } = question;
  const { sequence, settled } = knownAt;
  return JSON.stringify([
    party,
    issue,
    validAt,
    sequence,
    settled,
    model.name,
    model.version,
    codeBook.version,
    lens,
    String(contributions),
  ]);
}
