import type { CitationClaim } from '../../domain/acts/act-content.js';
import { Offset } from '../fields/offset.js';
import { Part } from '../fields/part.js';
import { SourceId } from '../fields/slug.js';
import { Text } from '../fields/text.js';
import { TranslationBody } from './translation-body.js';
import { given } from './given.js';

const exact = 'The words, exactly as the source has them: once in it, or at start and end, to the code point.';

/** The quote in a source that supports an act: W3C TextQuoteSelector and TextPositionSelector in one. */
export class CitationBody {
  @SourceId({ says: 'The source quoted.', example: 'rubio-2025-04-18' })
  readonly source!: string;

  @Text({ max: 10_000, blank: true }, { says: exact, example: 'we’re just going to move on' })
  readonly exact!: string;

  @Text({ max: 1000, blank: true }, { says: 'What stands right before the quote.', optional: true })
  readonly prefix?: string | null;

  @Text({ max: 1000, blank: true }, { says: 'What stands right after the quote.', optional: true })
  readonly suffix?: string | null;

  @Offset({ says: 'Where the quote starts, in Unicode code points; goes with `end`.', optional: true })
  readonly start?: number | null;

  @Offset({ says: 'Where the quote ends: the first code point after it.', optional: true })
  readonly end?: number | null;

  @Part(() => TranslationBody, { says: 'The quote in another language, shown as unverified.', optional: true })
  readonly translation?: TranslationBody | null;
}

export function citationClaimOf({ source, exact, translation, ...where }: CitationBody): CitationClaim {
  const { prefix, suffix, start, end } = where;
  return {
    source,
    exact,
    prefix: given(prefix),
    suffix: given(suffix),
    start: given(start),
    end: given(end),
    translation: given(translation),
  };
}
