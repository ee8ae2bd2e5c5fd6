import { Text } from '../fields/text.js';
import { TimeText } from '../fields/time-text.js';

/** What is threatened; belongs to acts of kind `threat` alone. */
export class ThreatBody {
  @Text({ max: 2000 }, { says: 'What the party says it will do.', example: 'end its mediation' })
  readonly measure!: string;

  @TimeText({ says: 'By when its condition must be met.', example: '2025-04-25', optional: true })
  readonly deadline?: string | null;
}
