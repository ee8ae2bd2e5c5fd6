import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { timelineSentence } from '../../domain/sentences/timeline-sentence.js';
import { formatInstant } from '../../domain/time/instant.js';
import type { BasisAsked } from './basis.js';
import type { CellId } from './questions.js';
import type { Period } from './period-of.js';
import { type ComputedTimeline, Timelines } from './timelines.js';
import type { TimelineView } from './views.js';

export class GetTimeline extends Query<TimelineView> {
  constructor(
    readonly cell: CellId,
    readonly basis: BasisAsked,
    readonly period: Period,
  ) {
    super();
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(private readonly timelines: Timelines) {}

  async execute({ cell, basis: asked, period }: GetTimeline): Promise<TimelineView> {
    const computed = await this.timelines.compute(cell, asked, period);
    const { segments, heading, basis, ids } = computed;
    const views = segments.map(({ from, to, status, mixed, score, band, acts }) => ({
      from: formatInstant(from),
      to: to === null ? null : formatInstant(to),
      status,
      mixed,
      score,
      band,
      acts: ids(acts),
    }));
    return { ...heading, segments: views, sentence: sentenceOf(computed), basis };
  }
}

/** Both sides' shares are told of the ends only, and looked up there. */
function sentenceOf({ segments, heading, basis, subject, positionIn }: ComputedTimeline): string {
  const last = segments.length - 1;
  const stretches = segments.map((segment, at) => ({
    from: formatInstant(segment.from),
    position: at === 0 || at === last ? positionIn(segment) : { ...segment, voices: null },
  }));
  return timelineSentence({ subject: subject(), basis, from: heading.from, to: heading.to, stretches });
}
