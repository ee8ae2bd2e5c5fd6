import { Injectable } from '@nestjs/common';
import type { Band } from '../../domain/issues/issue-content.js';
import type { Position } from '../../domain/sentences/position.js';
import type { Subject } from '../../domain/sentences/subject.js';
import type { Segment, StepAct } from '../../domain/stances/segment.js';
import { stanceOf } from '../../domain/stances/stance-of.js';
import { timelineOf } from '../../domain/stances/timeline.js';
import { LiveCells } from '../projecting/live-cells.js';
import type { BasisAsked } from './basis.js';
import { type Period, periodOf, shownInstant } from './period-of.js';
import { type CellId, Questions } from './questions.js';
import { Subjects } from './subjects.js';
import type { TimelineView } from './views.js';

/** A timeline as computed, and the part of its answer that says on what. */
export interface ComputedTimeline {
  readonly segments: readonly Segment[];
  readonly bands: readonly Band[];
  readonly heading: Omit<TimelineView, 'segments' | 'sentence' | 'basis'>;
  readonly basis: TimelineView['basis'];
  /** Ids of acts, in their order. */
  readonly ids: (acts: readonly StepAct[]) => readonly string[];
  readonly subject: () => Subject;
  readonly positionIn: (segment: Segment) => Position;
}

/** Timelines of cells; shifts are read off them. */
@Injectable()
export class Timelines {
  constructor(
    private readonly questions: Questions,
    private readonly labels: LiveCells,
    private readonly subjects: Subjects,
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
      subject: () => this.subjects.of(id, sequence),
      positionIn: (segment) => stanceOf(cell, withdrawals, { ...lens, validAt: segment.from, contributionsMax: 0 }),
    };
  }
}
