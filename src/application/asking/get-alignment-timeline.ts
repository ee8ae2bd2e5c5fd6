import { setImmediate as breathe } from 'node:timers/promises';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseIf } from '../../domain/shared/check.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { alignmentCourseOf, type CourseOfTwo } from '../../domain/stances/alignment-course.js';
import type { Segment } from '../../domain/stances/segment.js';
import { timelineOf } from '../../domain/stances/timeline.js';
import { formatInstant } from '../../domain/time/instant.js';
import { LiveCells } from '../projecting/live-cells.js';
import type { AlignmentTimelineView } from './alignment-views.js';
import type { BasisAsked } from './basis.js';
import { type Bounds, type Period, periodOf, shownInstant } from './period-of.js';
import { type Question, Questions } from './questions.js';
import { type MatrixAxes, StanceMatrices } from './stance-matrices.js';

/** Steps of single stances that one answer is made from. */
const stepsMax = 100_000;

export interface AlignmentTimelineAsked extends Period {
  readonly parties: readonly string[];
  readonly issues: readonly string[] | null;
}

export class GetAlignmentTimeline extends Query<AlignmentTimelineView> {
  constructor(
    readonly asked: AlignmentTimelineAsked,
    readonly basis: BasisAsked,
  ) {
    super();
  }
}

@QueryHandler(GetAlignmentTimeline)
export class GetAlignmentTimelineHandler implements IQueryHandler<GetAlignmentTimeline> {
  constructor(
    private readonly questions: Questions,
    private readonly matrices: StanceMatrices,
    private readonly labels: LiveCells,
  ) {}

  async execute({ asked, basis }: GetAlignmentTimeline): Promise<AlignmentTimelineView> {
    assertTwo(asked.parties);
    const period = periodOf(basis.validAt, asked);
    const question = await this.questions.open(basis);
    const { sequence } = question.knownAt;
    const axes = this.matrices.axes(asked, sequence, 'parties');
    const segments = alignmentCourseOf(await this.timelines(question, axes, period), period.to);
    const [a = '', b = ''] = axes.parties;
    const [from, to] = [shownInstant(period.from), shownInstant(period.to)];
    const views = segments.map(({ from: start, to: end, n, alignment, agreement, acts }) => ({
      ...{ from: formatInstant(start), to: shownInstant(end), n, alignment, agreement },
      acts: acts.map(({ act }) => this.labels.label(act, sequence).id),
    }));
    const told = { ...this.questions.basisOf(question, question.lens.halfLifeDays ?? null), validAt: to };
    return { a, b, from, to, segments: views, basis: told };
  }

  private async timelines(
    question: Question,
    { parties, issues }: MatrixAxes,
    period: Bounds,
  ): Promise<readonly CourseOfTwo[]> {
    const [a = '', b = ''] = parties;
    const timelines: CourseOfTwo[] = [];
    let steps = 0;
    for (const issue of issues) {
      const both = {
        a: this.timeline(question, { party: a, issue }, period),
        b: this.timeline(question, { party: b, issue }, period),
      };
      steps += both.a.length + both.b.length;
      if (steps > stepsMax) throw tooManySteps();
      timelines.push(both);
      await breathe();
    }
    return timelines;
  }

  private timeline(
    question: Question,
    id: { readonly party: string; readonly issue: string },
    period: Bounds,
  ): readonly Segment[] {
    const { cell, withdrawals, lens } = this.questions.cell(question, id);
    return timelineOf(cell, withdrawals, { ...lens, ...period });
  }
}

function assertTwo(parties: readonly string[]): void {
  const detail = 'Name two parties, with a comma between.';
  refuseIf(parties.length !== 2 || parties[0] === parties[1], 'invalid', { pointer: '?parties', detail });
}

function tooManySteps(): Refusal {
  const detail =
    `The stances of both have more than ${String(stepsMax)} steps together: name fewer issues in \`issue\`, or a ` +
    'shorter time in `from` and `to`.';
  return new Refusal('too-large', detail, [], { stepsMax });
}
