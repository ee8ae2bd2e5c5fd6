import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { shiftsOf } from '../../domain/stances/shifts.js';
import { formatInstant } from '../../domain/time/instant.js';
import type { BasisAsked } from './basis.js';
import type { CellId } from './questions.js';
import type { Period } from './period-of.js';
import { Timelines } from './timelines.js';
import type { ShiftsView } from './views.js';

export interface ShiftsAsked extends Period {
  /** How far beyond its band a score must lie for a shift, 0 … 1. */
  readonly margin: number;
}

export class GetShifts extends Query<ShiftsView> {
  constructor(
    readonly cell: CellId,
    readonly basis: BasisAsked,
    readonly asked: ShiftsAsked,
  ) {
    super();
  }
}

@QueryHandler(GetShifts)
export class GetShiftsHandler implements IQueryHandler<GetShifts> {
  constructor(private readonly timelines: Timelines) {}

  async execute({ cell, basis: askedBasis, asked }: GetShifts): Promise<ShiftsView> {
    const { segments, bands, heading, basis, ids } = await this.timelines.compute(cell, askedBasis, asked);
    const { shifts, trajectory } = shiftsOf(segments, bands, asked.margin);
    return {
      ...heading,
      margin: asked.margin,
      shifts: shifts.map(({ at, trigger, acts, ...shift }) => ({
        at: formatInstant(at),
        ...shift,
        trigger: ids(trigger),
        acts: ids(acts),
      })),
      trajectory: trajectory.map(({ band, from, to }) => ({
        band,
        from: formatInstant(from),
        to: to === null ? null : formatInstant(to),
      })),
      basis,
    };
  }
}
