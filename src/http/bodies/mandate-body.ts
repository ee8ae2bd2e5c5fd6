import { Slug } from '../fields/slug.js';
import { Text } from '../fields/text.js';
import { TimeText } from '../fields/time-text.js';

/** The right to speak for a party, from the start of `from` to the end of `until`. */
export class MandateBody {
  @Slug({ says: 'The party spoken for.', example: 'united-states' })
  readonly party!: string;

  @Text({ max: 500 }, { says: 'As what.', example: 'Secretary of State' })
  readonly role!: string;

  @TimeText({ says: 'It lasts from the start of this time.', example: '2025-01-21' })
  readonly from!: string;

  @TimeText({ says: 'It lasts to the end of this time; open when left out.', optional: true })
  readonly until?: string | null;
}
