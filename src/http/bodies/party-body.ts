import { partyKinds, type PartyContent, type PartyKind } from '../../domain/parties/party-content.js';
import type { Cause } from '../../domain/shared/erratum.js';
import { Matching } from '../fields/matching.js';
import { OneOf } from '../fields/one-of.js';
import { CauseOfChange, Reason } from '../fields/reason.js';
import { Slug } from '../fields/slug.js';
import { Text } from '../fields/text.js';
import { given } from './given.js';

const wikidata = { name: 'wikidata', expected: 'a Wikidata item such as Q30', pattern: /^Q[1-9]\d*$/, max: 20 };

/** A state, organisation, faction or person that can hold a stance. */
export class PartyContentBody {
  @Text({ max: 500 }, { says: 'What it is called.', example: 'United States' })
  readonly name!: string;

  @OneOf(partyKinds, { says: 'What it is.', example: 'state' })
  readonly kind!: PartyKind;

  @Text({ max: 500 }, { says: 'Other names that a search finds.', example: ['USA'], optional: true, list: true })
  readonly aliases?: readonly string[] | null;

  @Matching(wikidata, { says: 'The same thing on Wikidata.', example: 'Q30', optional: true })
  readonly wikidata?: string | null;
}

export class RegisterPartyBody extends PartyContentBody {
  @Slug({ says: 'Names it from now on, in URLs too.', example: 'united-states' })
  readonly id!: string;
}

export class DescribePartyBody extends PartyContentBody {
  @Reason()
  readonly reason!: string;

  @CauseOfChange()
  readonly cause?: Cause | null;
}

export function partyContentOf({ name, kind, aliases, wikidata }: PartyContentBody): PartyContent {
  return { name, kind, aliases: aliases ?? [], wikidata: given(wikidata) };
}
