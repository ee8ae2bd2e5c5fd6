import type { ActClaim } from '../../domain/acts/act-content.js';
import {
  actionModes,
  actKinds,
  attributions,
  type ActionMode,
  type ActKind,
  type Attribution,
} from '../../domain/acts/act-kind.js';
import { ActId } from '../fields/act-id.js';
import { Matching } from '../fields/matching.js';
import { OneOf } from '../fields/one-of.js';
import { Part } from '../fields/part.js';
import { Real } from '../fields/real.js';
import { Slug } from '../fields/slug.js';
import { Text } from '../fields/text.js';
import { TimeText } from '../fields/time-text.js';
import { CitationBody, citationClaimOf } from './citation-body.js';
import { LeaningBody, leaningOf } from './leaning-body.js';
import { ProposalBody } from './proposal-body.js';
import { ThreatBody } from './threat-body.js';
import { given } from './given.js';

const jointShape = {
  name: 'joint',
  expected: 'an id: letters, digits and single . _ : - between, at most 128 characters',
  pattern: /^[A-Za-z0-9]+([-._:][A-Za-z0-9]+)*$/,
  max: 128,
};

const notes = {
  attribution:
    'on-record: a named speaker; official: an institution; reported: the author says so; anonymous: unnamed.',
  certainty: 'The probability, 0.01 … 1, that the party did this act as coded; not the firmness of its tone.',
  occurred: 'When: an RFC 3339 instant or an EDTF date; it counts from the end of it.',
  until: 'A lasting act is in its time until the end of this; with a withdrawal, a suspension.',
  inResponseTo: 'An act recorded earlier that this one answers; needed by `withdrawal`.',
  mode: 'Of kind `action` alone; material when left out.',
};

/** What a party did with words or deeds. */
export class ActContentBody {
  @OneOf(actKinds, { says: 'What kind of act it is.', example: 'threat' })
  readonly kind!: ActKind;

  @Slug({ says: 'Whose act it is.', example: 'united-states' })
  readonly party!: string;

  @Slug({ says: 'Who spoke for the party.', example: 'marco-rubio', optional: true })
  readonly speaker?: string | null;

  @Slug({ says: 'The parties addressed.', example: ['russia', 'ukraine'], optional: true, list: true })
  readonly addressees?: readonly string[] | null;

  @TimeText({ says: notes.occurred, example: '2025-04-18' })
  readonly occurred!: string;

  @TimeText({ says: notes.until, optional: true })
  readonly until?: string | null;

  @Text({ max: 4000 }, { says: 'What was done, in a sentence or two.', example: 'Rubio threatens to end mediation.' })
  readonly summary!: string;

  @Part(() => LeaningBody, {
    says: 'What it means on issues; none: history without effect.',
    optional: true,
    list: true,
  })
  readonly leanings?: readonly LeaningBody[] | null;

  @OneOf(attributions, { says: notes.attribution, example: 'on-record' })
  readonly attribution!: Attribution;

  @Real({ min: 0.01, max: 1 }, { says: notes.certainty, example: 1, optional: true })
  readonly certainty?: number | null;

  @Text({ max: 2000 }, { says: 'Under which condition.', example: 'no progress within days', optional: true })
  readonly condition?: string | null;

  @OneOf(actionModes, { says: notes.mode, optional: true })
  readonly mode?: ActionMode | null;

  @Part(() => CitationBody, { says: 'The quotes that support it, at least one.', list: true })
  readonly citations!: readonly CitationBody[];

  @ActId({ says: notes.inResponseTo, optional: true })
  readonly inResponseTo?: string | null;

  @Matching(jointShape, { says: 'An id shared by the acts of a joint deed.', optional: true })
  readonly joint?: string | null;

  @Part(() => ThreatBody, { says: 'Of kind `threat` alone.', optional: true })
  readonly threat?: ThreatBody | null;

  @Part(() => ProposalBody, { says: 'Of kind `proposal` alone.', optional: true })
  readonly proposal?: ProposalBody | null;
}

export class RecordActBody extends ActContentBody {
  @ActId({ says: 'Names the act from now on; made when it is left out.', optional: true })
  readonly id?: string | null;
}

/** The claim that a body makes, every default filled in. */
export function actClaimOf(body: ActContentBody): ActClaim {
  const { kind, party, occurred, summary, attribution, threat, proposal } = body;
  return {
    kind,
    party,
    speaker: given(body.speaker),
    addressees: body.addressees ?? [],
    occurred,
    until: given(body.until),
    summary,
    leanings: (body.leanings ?? []).map(leaningOf),
    attribution,
    certainty: body.certainty ?? 1,
    condition: given(body.condition),
    mode: body.mode ?? (kind === 'action' ? 'material' : null),
    citations: body.citations.map(citationClaimOf),
    inResponseTo: given(body.inResponseTo?.toLowerCase()),
    joint: given(body.joint),
    threat: threat ? { measure: threat.measure, deadline: given(threat.deadline) } : null,
    proposal: given(proposal),
  };
}
