import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { CellId, Question } from './questions.js';
import type { StanceView } from './views.js';

/** Memory for answers, in bytes, and what the text of one takes, by measure. */
const bytesMax = 33_554_432;
const bytesOf = { answer: 1_500, contribution: 200 } as const;

/**
 * The answer to a question, as it is known by: whoever writes it keeps its text beside this, and the answer itself,
 * many times as much memory, is let go once it was taken. It can be made again.
 */
export class RememberedStance {
  private fresh: StanceView | null;

  constructor(private readonly answer: () => StanceView) {
    this.fresh = answer();
  }

  /** How many contributions it shows. */
  get size(): number {
    return this.fresh?.contributions.length ?? 0;
  }

  take(): StanceView {
    const view = this.fresh ?? this.answer();
    this.fresh = null;
    return view;
  }
}

/** Answers given lately. A question with its K pinned has one answer for ever, so nothing here is ever wrong. */
@Injectable()
export class StanceCache {
  private readonly answers = new LRUCache<string, RememberedStance>({
    maxSize: bytesMax,
    sizeCalculation: ({ size }) => bytesOf.answer + size * bytesOf.contribution,
  });

  /** The answer to the same question as before, or a new one. */
  of(key: string, answer: () => StanceView): RememberedStance {
    const known = this.answers.get(key);
    if (known) return known;
    const remembered = new RememberedStance(answer);
    this.answers.set(key, remembered);
    return remembered;
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
