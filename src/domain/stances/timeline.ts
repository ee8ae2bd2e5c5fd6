import type { Cell } from './cell.js';
import { participantsOf } from './participants.js';
import type { Participant } from './participant.js';
import { RunningStance } from './running-stance.js';
import type { Segment } from './segment.js';
import type { TimelineQuestion } from './stance-question.js';
import { StandingWalk } from './standing-walk.js';
import { stepActsOf } from './step-acts.js';
import { TimelineBuilder } from './timeline-builder.js';
import type { Withdrawals } from './withdrawals.js';

/**
 * How a stance went through valid time, as held at K: segments that tile [from, to), each with the values that stanceOf
 * gives at its start and up to its end. They meet where the set of acts in force or one of their standings changes and,
 * under a model that decays, where strength fades; nothing that fades later than the end of time is shown.
 * Refuses more than 10,000 segments (`too-large`).
 */
export function timelineOf(cell: Cell, withdrawals: Withdrawals, question: TimelineQuestion): readonly Segment[] {
  const { from, to } = question;
  const until = to ?? Infinity;
  if (from !== null && from >= until) return [];
  const participants = participantsOf(cell, withdrawals, question);
  const walk = new StandingWalk(participants, from === null ? -Infinity : from - 1);
  const stance = new RunningStance(cell, question);
  const builder = new TimelineBuilder(stance, question.model.decays);
  stance.change(participants.filter(({ row, standing }) => row >= 0 && standing > 0));
  if (from !== null) builder.begin(from, []);
  for (let at = walk.next; at < until; at = walk.next) {
    const changed = walk.step(at);
    const rows = inCell(changed);
    if (rows.length > 0) {
      builder.end(at);
      stance.change(rows);
      builder.begin(at, stepActsOf(changed));
    }
  }
  builder.end(to);
  return builder.segments;
}

function inCell(changed: readonly Participant[]): readonly Participant[] {
  return changed.filter(({ row }) => row >= 0).sort((a, b) => a.row - b.row);
}
