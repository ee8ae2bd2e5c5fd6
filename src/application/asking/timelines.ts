import { Injectable } from '@nestjs/common';
import type { Band } from '../../domain/issues/issue-content.js';
import type { Segment, StepAct } from '../../domain/stances/segment.js';
import { timelineOf } from '../../domain/stances/timeline.js';
import { LiveCells } from '../projecting/live-cells.js';
import type { BasisAsked } from './basis.js';
import { type Period, periodOf, shownInstant } from './period-of.js';
import { type CellId, Questions } from './questions.js';
import type { TimelineView } from './views.js';

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
      heading: { ...id, from: shownInstant(period.from), to: shownInstant(period.to) },
      basis: { ...this.questions.basisOf(question, lens.halfLifeDays), validAt: shownInstant(period.to) },
      ids: (acts) => acts.map(({ act }) => this.labels.label(act, sequence).id),
    };
  }
}
