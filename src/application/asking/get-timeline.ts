import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { formatInstant } from '../../domain/time/instant.js';
import type { BasisAsked } from './basis.js';
import type { CellId } from './questions.js';
import type { Period } from './period-of.js';
import { Timelines } from './timelines.js';
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
    const { segments, heading, basis, ids } = await this.timelines.compute(cell, asked, period);
    const views = segments.map(({ from, to, status, mixed, score, band, acts }) => ({
      from: formatInstant(from),
      to: to === null ? null : formatInstant(to),
      status,
      mixed,
      score,
      band,
      acts: ids(acts),
    }));
    return { ...heading, segments: views, basis };
  }
}
