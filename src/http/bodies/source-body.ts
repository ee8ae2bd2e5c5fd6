import type { Cause } from '../../domain/shared/erratum.js';
import {
  grades,
  sourceKinds,
  type Grade,
  type SourceContent,
  type SourceKind,
} from '../../domain/sources/source-content.js';
import { languageShape } from '../fields/language.js';
import { Link } from '../fields/link.js';
import { Matching } from '../fields/matching.js';
import { OneOf } from '../fields/one-of.js';
import { Part } from '../fields/part.js';
import { CauseOfChange, Reason } from '../fields/reason.js';
import { SourceId } from '../fields/slug.js';
import { Text } from '../fields/text.js';
import { TimeText } from '../fields/time-text.js';
import { WholeText } from '../fields/whole-text.js';
import { OriginalBody } from './original-body.js';
import { given } from './given.js';

const text = 'The text itself, up to 1 MiB of UTF-8; kept as sent, not normalised, and never changed.';

/** What is said about a captured document; everything but its text. */
export class SourceContentBody {
  @Text({ max: 500 }, { says: 'Its title.', example: 'Rubio says US may move on from peace effort' })
  readonly title!: string;

  @Text({ max: 500 }, { says: 'Who published it.', example: 'Example News Agency' })
  readonly publisher!: string;

  @Link({ says: 'Where it was published; the server never fetches it.', optional: true })
  readonly url?: string | null;

  @Link({ says: 'Where a copy is archived.', optional: true })
  readonly archiveUrl?: string | null;

  @TimeText({ says: 'When it was published.', example: '2025-04-18' })
  readonly published!: string;

  @TimeText({ says: 'When the text was taken from there.', optional: true })
  readonly retrieved?: string | null;

  @Matching(languageShape, { says: 'The language of the text, BCP 47.', example: 'en' })
  readonly language!: string;

  @OneOf(sourceKinds, {
    says: 'What kind of document it is; a report when left out.',
    example: 'report',
    optional: true,
  })
  readonly kind?: SourceKind | null;

  @SourceId({ says: 'The source that this one translates, digests or repeats.', optional: true })
  readonly derivedFrom?: string | null;

  @Part(() => OriginalBody, { says: 'The file that the text was taken from.', optional: true })
  readonly original?: OriginalBody | null;

  @OneOf(grades, { says: 'Reliability on the Admiralty scale; F cannot be judged.', example: 'B' })
  readonly reliability!: Grade;
}

export class CaptureSourceBody extends SourceContentBody {
  @SourceId({ says: 'Names the source from now on; a UUID is made when it is left out.', optional: true })
  readonly id?: string | null;

  @WholeText({ says: text, example: 'Secretary of State Marco Rubio said …' })
  readonly text!: string;
}

export class DescribeSourceBody extends SourceContentBody {
  @Reason()
  readonly reason!: string;

  @CauseOfChange()
  readonly cause?: Cause | null;
}

export function sourceContentOf(body: SourceContentBody): SourceContent {
  const { title, publisher, published, language, reliability } = body;
  return {
    title,
    publisher,
    url: given(body.url),
    archiveUrl: given(body.archiveUrl),
    published,
    retrieved: given(body.retrieved),
    language,
    kind: body.kind ?? 'report',
    derivedFrom: given(body.derivedFrom),
    original: given(body.original),
    reliability,
  };
}
