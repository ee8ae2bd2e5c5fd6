import { Injectable } from '@nestjs/common';
import { refuseIf } from '../../domain/shared/check.js';
import type { Band } from '../../domain/issues/issue-content.js';
import type { Segment, StepAct } from '../../domain/stances/segment.js';
import { timelineOf } from '../../domain/stances/timeline.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import { parseUpperBound } from '../../domain/time/upper-bound.js';
import { LiveCells } from '../projecting/live-cells.js';
import type { BasisAsked } from './basis.js';
import { type CellId, Questions } from './questions.js';
import type { TimelineView } from './views.js';

/** Times as the client gave them; null: from the first step, open at the end. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** A timeline as computed, and the part of its answer that says on what. */
export interface ComputedTimeline {
  readonly segments: readonly Segment[];
  readonly bands: readonly Band[];
  readonly heading: Omit<TimelineView, 'segments' | 'basis'>;
  readonly basis: TimelineView['basis'];
  /** Ids of acts, in their order. */
  readonly ids: (acts: readonly StepAct[]) => readonly string[];
}

/** Timelines of cells; shifts are read off them. */
@Injectable()
export class Timelines {
  constructor(
    private readonly questions: Questions,
    private readonly labels: LiveCells,
  ) {}

  /** @throws Refusal as `Questions.open`; `not-found`, `too-large` */
  async compute(id: CellId, asked: BasisAsked, { from, to }: Period): Promise<ComputedTimeline> {
    this.questions.assertCell(id);
    const period = periodOf(asked.validAt, { from, to });
    const question = await this.questions.open(asked);
    const { cell, withdrawals, lens } = this.questions.cell(question, id);
    const { sequence } = question.knownAt;
    return {
      segments: timelineOf(cell, withdrawals, { ...lens, ...period }),
      bands: lens.bands,
      heading: { ...id, from: shown(period.from), to: shown(period.to) },
      basis: { ...this.questions.basisOf(question, lens.halfLifeDays), validAt: shown(period.to) },
      ids: (acts) => acts.map(({ act }) => this.labels.label(act, sequence).id),
    };
  }
}

/** A timeline ends at `to`, or where the basis given says. @throws Refusal `bad-time`, `invalid` */
function periodOf(validAt: string | null, { from, to }: Period): { from: Instant | null; to: Instant | null } {
  const end = to === null ? endOf(validAt, '?validAt') : endOf(to, '?to');
  const start = from === null ? null : parseTime(from, '?from').start;
  const detail = `\`from\` comes before \`to\`: ${from ?? ''} does not come before ${to ?? validAt ?? ''}.`;
  refuseIf(start !== null && end !== null && start >= end, 'invalid', { pointer: '?from', detail });
  return { from: start, to: end };
}

function endOf(time: string | null, pointer: string): Instant | null {
  return time === null ? null : parseUpperBound(time, pointer);
}

function shown(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}
