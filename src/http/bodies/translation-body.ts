import { languageShape } from '../fields/language.js';
import { Matching } from '../fields/matching.js';
import { OneOf } from '../fields/one-of.js';
import { Text } from '../fields/text.js';

/** What a quote says in another language; shown as unverified. */
export class TranslationBody {
  @Matching(languageShape, { says: 'The language translated into.', example: 'en' })
  readonly language!: string;

  @Text({ max: 10_000 }, { says: 'The quote in that language.' })
  readonly text!: string;

  @OneOf(['human', 'machine'], { says: 'Who translated it.' })
  readonly by!: 'human' | 'machine';
}
