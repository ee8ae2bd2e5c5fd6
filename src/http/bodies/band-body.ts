import { Real } from '../fields/real.js';
import { Text } from '../fields/text.js';

/** A named part [from, to) of the axis; bands cover −1 … 1 in order, without gap or overlap. */
export class BandBody {
  @Text({ max: 100 }, { says: 'Names the band.', example: 'mediation' })
  readonly label!: string;

  @Real({ min: -1, max: 1 }, { says: 'Where it starts; belongs to it.', example: -0.25 })
  readonly from!: number;

  @Real(
    { min: -1, max: 1 },
    { says: 'Where it ends; belongs to the next band, or to this one if it is the last.', example: 0.25 },
  )
  readonly to!: number;
}
