import type { Cell } from './cell.js';
import type { StanceQuestion } from './stance-question.js';
import type { Stance, StanceSummary } from './stance.js';
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
  /** Of the same question as the summary; made where summaries alone cannot tell. */
  private stance: Stance | null = null;

  constructor(
    private readonly cell: Cell,
    private readonly withdrawals: Withdrawals,
    private question: StanceQuestion,
  ) {
    this.summary = this.summarize();
  }

  /** What comes of the answer at the next K; null where it stays the same. */
  to(question: StanceQuestion): Revision | null {
    const before = this.summary;
    const known = this.stance;
    const earlier = this.question;
    this.question = question;
    this.summary = this.summarize();
    if (!isSame(before, this.summary)) {
      this.stance = null;
      return { before, after: this.summary };
    }
    // Numbers that stay the same to the bit over other acts are rare: only they need the second look.
    this.stance = stanceOf(this.cell, this.withdrawals, question);
    const other = known ?? stanceOf(this.cell, this.withdrawals, earlier);
    return JSON.stringify(other) === JSON.stringify(this.stance) ? null : { before, after: this.summary };
  }

  private summarize(): StanceSummary {
    return summaryOf(this.cell, this.withdrawals, this.question);
  }
}

function isSame(a: StanceSummary, b: StanceSummary): boolean {
  return a.status === b.status && a.score === b.score && a.strength === b.strength && a.band === b.band;
}
