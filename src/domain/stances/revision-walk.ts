import type { Cell } from './cell.js';
import type { StanceQuestion } from './stance-question.js';
import type { StanceSummary } from './stance.js';
import { stanceOf } from './stance-of.js';
import { summaryOf } from './summary-of.js';
import type { Withdrawals } from './withdrawals.js';

/** How an answer about one T changed with what was learned at one sequence. */
export interface Revision {
  readonly before: StanceSummary;
  readonly after: StanceSummary;
}

/**
 * Follows the answer to one question from K to K: it is revised where status, score, strength, contributions or pending
 * acts changed (DESIGN section 5), or the band, when its issue was reframed. The questions differ in nothing but what
 * comes with K: the sequence, the bands and half-life, the mandates.
 */
export class RevisionWalk {
  private summary: StanceSummary;
  /** All that the answer to the same question says; made where summaries alone cannot tell. */
  private answer: string | null = null;

  constructor(
    private readonly cell: Cell,
    private readonly withdrawals: Withdrawals,
    private question: StanceQuestion,
    /** How the time of an act was written at a sequence: contributions and pending acts show it. */
    private readonly occurredOf: (act: number, sequence: number) => string,
  ) {
    this.summary = this.summarize();
  }

  /** What comes of the answer at the next K; null where it stays the same. */
  to(question: StanceQuestion): Revision | null {
    const before = this.summary;
    const known = this.answer;
    const earlier = this.question;
    this.question = question;
    this.summary = this.summarize();
    if (!isSame(before, this.summary)) {
      this.answer = null;
      return { before, after: this.summary };
    }
    // Numbers that stay the same to the bit over other acts are rare: only they need the second look.
    this.answer = this.answerTo(question);
    const other = known ?? this.answerTo(earlier);
    return other === this.answer ? null : { before, after: this.summary };
  }

  private answerTo(question: StanceQuestion): string {
    const stance = stanceOf(this.cell, this.withdrawals, question);
    const shown = [...stance.contributions, ...stance.pending];
    return JSON.stringify([stance, shown.map(({ act }) => this.occurredOf(act, question.sequence))]);
  }

  private summarize(): StanceSummary {
    return summaryOf(this.cell, this.withdrawals, this.question);
  }
}

function isSame(a: StanceSummary, b: StanceSummary): boolean {
  return a.status === b.status && a.score === b.score && a.strength === b.strength && a.band === b.band;
}
