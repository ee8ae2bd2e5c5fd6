import { halfLifeDaysRange } from '../../domain/issues/issue.js';
import type { IssueContent } from '../../domain/issues/issue-content.js';
import type { Cause } from '../../domain/shared/erratum.js';
import { Part } from '../fields/part.js';
import { Real } from '../fields/real.js';
import { CauseOfChange, Reason } from '../fields/reason.js';
import { Slug } from '../fields/slug.js';
import { Text } from '../fields/text.js';
import { AnchorBody } from './anchor-body.js';
import { AxisBody } from './axis-body.js';
import { BandBody } from './band-body.js';
import { given } from './given.js';

const halfLife = `Days after which an act counts half; ${halfLifeDaysRange.default} when left out.`;
const replaces = 'The issue that this one replaces, when its axis had to change; never changed once framed.';

/** A question on which parties take stances, with the axis that they are measured on. */
export class IssueContentBody {
  @Text({ max: 500 }, { says: 'What it is called.', example: 'Approach to Moscow' })
  readonly title!: string;

  @Text({ max: 2000 }, { says: 'What is asked.', example: 'Should Moscow be pressed or met half-way?' })
  readonly question!: string;

  @Part(() => AxisBody, { says: 'What −1 and +1 mean; never changed once framed.' })
  readonly axis!: AxisBody;

  @Part(() => BandBody, { says: 'Bands that cover −1 … 1 in order.', list: true })
  readonly bands!: readonly BandBody[];

  @Part(() => AnchorBody, { says: 'Examples for coders.', optional: true, list: true })
  readonly anchors?: readonly AnchorBody[] | null;

  @Real(halfLifeDaysRange, { says: halfLife, example: halfLifeDaysRange.default, optional: true })
  readonly halfLifeDays?: number | null;

  @Slug({ says: replaces, optional: true })
  readonly replaces?: string | null;
}

export class FrameIssueBody extends IssueContentBody {
  @Slug({ says: 'Names the issue from now on.', example: 'approach-to-moscow' })
  readonly id!: string;
}

export class ReframeIssueBody extends IssueContentBody {
  @Reason()
  readonly reason!: string;

  @CauseOfChange()
  readonly cause?: Cause | null;
}

export function issueContentOf(body: IssueContentBody): IssueContent {
  const { title, question, axis, bands } = body;
  return {
    title,
    question,
    axis,
    bands,
    anchors: body.anchors ?? [],
    halfLifeDays: body.halfLifeDays ?? halfLifeDaysRange.default,
    replaces: given(body.replaces),
  };
}
