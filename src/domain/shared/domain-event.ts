import type { ActContent, Citation } from '../acts/act-content.js';
import type { ActKind } from '../acts/act-kind.js';
import type { IssueContent } from '../issues/issue-content.js';
import type { PartyContent } from '../parties/party-content.js';
import type { SpeakerContent } from '../parties/speaker-content.js';
import type { SourceContent, TextDigest } from '../sources/source-content.js';
import type { Erratum } from './erratum.js';

/** A whole new content that replaces the one before, and why. */
export interface Revised<C> extends Erratum {
  readonly content: C;
}

/** The kind of an act and the stored type of its first event: one table, never changed once released. */
export const firstTypeOf = {
  statement: 'StatementMade',
  threat: 'ThreatIssued',
  proposal: 'ProposalTabled',
  demand: 'DemandMade',
  concession: 'ConcessionOffered',
  commitment: 'CommitmentMade',
  acceptance: 'ProposalAccepted',
  rejection: 'ProposalRejected',
  denial: 'ClaimDenied',
  withdrawal: 'ActWithdrawn',
  action: 'ActionTaken',
} as const satisfies Record<ActKind, string>;
export type FirstType = (typeof firstTypeOf)[ActKind];

/** What each stored type holds. Adding a type here makes every fold fail to compile until it handles it. */
interface DataOf extends Record<FirstType, ActContent> {
  readonly LogOpened: { readonly logId: string; readonly format: number };
  /** Seals a log, which goes on at another place; never with a password. */
  readonly LogMoved: { readonly to: string };
  /** Ends the copy of a log, which has this many events before it and goes on from here. */
  readonly LogCopied: { readonly from: string; readonly events: number };
  readonly PartyRegistered: PartyContent;
  readonly PartyDescribed: Revised<PartyContent>;
  readonly SpeakerRegistered: SpeakerContent;
  readonly SpeakerDescribed: Revised<SpeakerContent>;
  readonly IssueFramed: IssueContent;
  readonly IssueReframed: Revised<IssueContent>;
  readonly SourceCaptured: SourceContent & TextDigest;
  readonly SourceDescribed: Revised<SourceContent>;
  readonly SourceRetracted: Erratum;
  readonly SourceReinstated: Erratum;
  readonly SourceTextErased: Erratum & { readonly sha256: string };
  readonly ActCorrected: Revised<ActContent>;
  readonly ActCorroborated: { readonly citations: readonly Citation[] };
  readonly ActRetracted: Erratum;
  readonly ActReinstated: Erratum;
}

export type EventType = keyof DataOf;
export type EventOf<T extends EventType> = { readonly [K in T]: { readonly type: K; readonly data: DataOf[K] } }[T];

export type PartyEvent = EventOf<'PartyRegistered' | 'PartyDescribed'>;
export type SpeakerEvent = EventOf<'SpeakerRegistered' | 'SpeakerDescribed'>;
export type IssueEvent = EventOf<'IssueFramed' | 'IssueReframed'>;
export type SourceEvent = EventOf<
  'SourceCaptured' | 'SourceDescribed' | 'SourceRetracted' | 'SourceReinstated' | 'SourceTextErased'
>;
export type ActEvent = EventOf<FirstType | 'ActCorrected' | 'ActCorroborated' | 'ActRetracted' | 'ActReinstated'>;
export type DomainEvent = EventOf<EventType>;
