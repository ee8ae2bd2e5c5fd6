import type { SpeakerContent } from '../../domain/parties/speaker-content.js';
import type { Cause } from '../../domain/shared/erratum.js';
import { Part } from '../fields/part.js';
import { CauseOfChange, Reason } from '../fields/reason.js';
import { Slug } from '../fields/slug.js';
import { Text } from '../fields/text.js';
import { MandateBody } from './mandate-body.js';
import { given } from './given.js';

/** A person who speaks for a party under a mandate. */
export class SpeakerContentBody {
  @Text({ max: 500 }, { says: 'The name of the person.', example: 'Marco Rubio' })
  readonly name!: string;

  @Part(() => MandateBody, { says: 'For whom the person speaks, as what, and when; may be empty.', list: true })
  readonly mandates!: readonly MandateBody[];
}

export class RegisterSpeakerBody extends SpeakerContentBody {
  @Slug({ says: 'Names the speaker from now on.', example: 'marco-rubio' })
  readonly id!: string;
}

export class DescribeSpeakerBody extends SpeakerContentBody {
  @Reason()
  readonly reason!: string;

  @CauseOfChange()
  readonly cause?: Cause | null;
}

export function speakerContentOf({ name, mandates }: SpeakerContentBody): SpeakerContent {
  return {
    name,
    mandates: mandates.map(({ party, role, from, until }) => ({ party, role, from, until: given(until) })),
  };
}
