import type { Cell } from '../stances/cell.js';
import { stanceOf } from '../stances/stance-of.js';
import type { StanceQuestion } from '../stances/stance-question.js';
import type { Contribution, Stance } from '../stances/stance.js';
import { summaryOf } from '../stances/summary-of.js';
import type { Withdrawals } from '../stances/withdrawals.js';
import { beginningOfTime, formatInstant } from '../time/instant.js';
import { stanceSentence, type StanceTold } from './stance-sentence.js';

/** How far back a stance looks to say whether it rose or fell. */
const lookedBack = 30 * 86_400_000;

/** What a stance was computed from. */
interface Asked {
  readonly cell: Cell;
  readonly withdrawals: Withdrawals;
  readonly lens: StanceQuestion;
}

interface Answered extends Pick<StanceTold, 'subject' | 'basis'> {
  readonly stance: Stance;
  /** When an act occurred, as it was given. */
  readonly occurredOf: (act: number) => string;
}

/** The sentence of a stance that was answered, compared with 30 days before, however many contributions it lists. */
export function stanceInWords(asked: Asked, { stance, subject, basis, occurredOf }: Answered): string {
  const heaviest = heaviestOf(stance, asked);
  return stanceSentence({
    ...{ subject, basis },
    position: stance,
    earlier: earlierThan(asked),
    acts: stance.contributionsTotal,
    heaviest: heaviest && { kind: heaviest.kind, share: heaviest.share, occurred: occurredOf(heaviest.act) },
    pending: stance.pending.length,
  });
}

/** Of equal shares the later, as everywhere. */
function heaviestOf({ contributions, contributionsTotal }: Stance, asked: Asked): Contribution | null {
  const isHidden = contributions.length === 0 && contributionsTotal > 0;
  const [first, ...others] = isHidden ? greatestAlone(asked) : contributions;
  return first ? others.reduce((great, each) => (each.share >= great.share ? each : great), first) : null;
}

function greatestAlone({ cell, withdrawals, lens }: Asked): readonly Contribution[] {
  return stanceOf(cell, withdrawals, { ...lens, contributionsMax: 1 }).contributions;
}

/** By its sums alone: the sides of what was mixed would cost a second look at each act. */
function earlierThan({ cell, withdrawals, lens }: Asked): StanceTold['earlier'] {
  const validAt = lens.validAt - lookedBack;
  if (validAt < beginningOfTime) return null;
  const summary = summaryOf(cell, withdrawals, { ...lens, validAt });
  return { validAt: formatInstant(validAt), position: { ...summary, voices: null } };
}
