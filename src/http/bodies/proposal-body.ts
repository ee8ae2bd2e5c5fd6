import { Part } from '../fields/part.js';
import { Slug } from '../fields/slug.js';
import { Text } from '../fields/text.js';

/** What is proposed on one issue. */
export class TermBody {
  @Slug({ says: 'The issue.', example: 'approach-to-moscow' })
  readonly issue!: string;

  @Text({ max: 4000 }, { says: 'What is proposed on it.' })
  readonly text!: string;
}

/** What is on the table; belongs to acts of kind `proposal` alone. */
export class ProposalBody {
  @Part(() => TermBody, { says: 'The terms.', list: true })
  readonly terms!: readonly TermBody[];
}
