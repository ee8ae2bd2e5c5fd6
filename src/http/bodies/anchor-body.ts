import { Real } from '../fields/real.js';
import { Text } from '../fields/text.js';

/** An example that fixes what a value stands for, so that two coders agree. */
export class AnchorBody {
  @Real({ min: -1, max: 1 }, { says: 'The value.', example: 0.8 })
  readonly value!: number;

  @Text(
    { max: 2000 },
    { says: 'What an act of this value looks like.', example: 'Offers to recognise Crimea as Russian' },
  )
  readonly example!: string;
}
