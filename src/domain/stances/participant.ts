import type { Instant } from '../time/instant.js';
import { countedStanding } from './counted-standing.js';

interface Period {
  readonly act: number;
  readonly effective: Instant;
  readonly end: Instant;
}

/** An act of a timeline's cell, or a withdrawal behind one, with its standing as time goes by. */
export class Participant {
  readonly act: number;
  readonly effective: Instant;
  readonly end: Instant;
  /** The row of an act that may contribute; −1 for what only withdraws. */
  row = -1;
  /** 0 outside its time. */
  standing = 0;
  /** Of a withdrawal. */
  certainty = 0;
  /** What a withdrawal names: an act may take part by its row and as a withdrawal itself. */
  names: readonly Participant[] = [];
  /** The withdrawals that name it, in (effective, act) order. */
  namedBy: readonly Participant[] = [];

  constructor({ act, effective, end }: Period) {
    this.act = act;
    this.effective = effective;
    this.end = end;
  }

  /** Finds its standing at T from those of what names it; says whether it is another than before. */
  changeTo(validAt: Instant): boolean {
    const before = this.standing;
    this.standing = this.effective <= validAt && validAt < this.end ? this.left() : 0;
    return this.standing !== before;
  }

  private left(): number {
    let standing = 1;
    for (const withdrawal of this.namedBy) standing *= 1 - withdrawal.certainty * withdrawal.standing;
    return countedStanding(standing);
  }
}
