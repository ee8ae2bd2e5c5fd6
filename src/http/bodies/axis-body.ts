import { Text } from '../fields/text.js';

/** What −1 and +1 mean; never changed once framed. */
export class AxisBody {
  @Text({ max: 500 }, { says: 'What −1 means.', example: 'Pressure on Moscow' })
  readonly negative!: string;

  @Text({ max: 500 }, { says: 'What +1 means.', example: 'Concessions to Moscow' })
  readonly positive!: string;
}
