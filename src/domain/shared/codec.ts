import type { DomainEvent, EventOf, EventType } from './domain-event.js';
import { firstTypeOf } from './domain-event.js';
import type { ActContent, Citation, Leaning, Threat } from '../acts/act-content.js';
import type { ActKind } from '../acts/act-kind.js';
import type { IssueContent } from '../issues/issue-content.js';
import type { PartyContent } from '../parties/party-content.js';
import type { Mandate, SpeakerContent } from '../parties/speaker-content.js';
import type { SourceContent, TextDigest } from '../sources/source-content.js';

/** The stored form of an event: the type's released name, the version of its schema, JSON text. */
export interface StoredForm {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Turns data of schema version n into version n + 1. */
export type Upcaster = (data: Json) => Json;

/** Upcasters of a type in order, from version 1 on: its current version is their number + 1. */
export type Upcasters = Partial<Record<EventType, readonly Upcaster[]>>;

/** The log holds an event that this release cannot understand; a newer release wrote it. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';

  constructor({ type, schemaVersion }: StoredForm) {
    super(`This release cannot read events of type ${type}, schema version ${String(schemaVersion)}; use a newer one.`);
  }
}

const kindOf = new Map<string, ActKind>(
  Object.entries(firstTypeOf).map(([kind, type]) => [type, kind as ActKind]), // a table's keys are its kinds
);

type Restore = (data: Json) => Json;

const asStored: Restore = (data) => data;

/** A content as it is stored: what is null is left out. */
type Stored<C> = { readonly [F in keyof C]: null extends C[F] ? C[F] | undefined : C[F] };

// Objects are made whole and alike, since every rebuild makes millions of them: copying fields costs ten times as much.

const orNull = <T>(value: T | undefined): T | null => value ?? null;

const citation = ({ source, exact, prefix, suffix, start, end, translation }: Stored<Citation>): Citation => ({
  source,
  exact,
  prefix: orNull(prefix),
  suffix: orNull(suffix),
  start,
  end,
  translation: orNull(translation),
});

const leaning = ({ issue, value, note }: Stored<Leaning>): Leaning => ({ issue, value, note: orNull(note) });

const threat = ({ measure, deadline }: Stored<Threat>): Threat => ({ measure, deadline: orNull(deadline) });

const act = (data: Stored<ActContent>, kind: ActKind): ActContent => ({
  kind,
  party: data.party,
  speaker: orNull(data.speaker),
  addressees: data.addressees,
  occurred: data.occurred,
  until: orNull(data.until),
  summary: data.summary,
  leanings: data.leanings.map(leaning),
  attribution: data.attribution,
  certainty: data.certainty,
  condition: orNull(data.condition),
  mode: orNull(data.mode),
  citations: data.citations.map(citation),
  inResponseTo: orNull(data.inResponseTo),
  joint: orNull(data.joint),
  threat: data.threat ? threat(data.threat) : null,
  proposal: orNull(data.proposal),
});

const actOf = (data: unknown, kind?: ActKind): Json => {
  const stored = data as Stored<ActContent>;
  return act(stored, kind ?? stored.kind) as unknown as Json;
};
const mandate = ({ party: of, role, from, until }: Stored<Mandate>): Mandate => ({
  party: of,
  role,
  from,
  until: orNull(until),
});
const party = (data: Stored<PartyContent>): PartyContent => ({
  name: data.name,
  kind: data.kind,
  aliases: data.aliases,
  wikidata: orNull(data.wikidata),
});
const speaker = ({ name, mandates }: SpeakerContent): SpeakerContent => ({ name, mandates: mandates.map(mandate) });
const issue = (data: Stored<IssueContent>): IssueContent => ({
  title: data.title,
  question: data.question,
  axis: data.axis,
  bands: data.bands,
  anchors: data.anchors,
  halfLifeDays: data.halfLifeDays,
  replaces: orNull(data.replaces),
});
const source = (data: Stored<SourceContent>): SourceContent => ({
  title: data.title,
  publisher: data.publisher,
  url: orNull(data.url),
  archiveUrl: orNull(data.archiveUrl),
  published: data.published,
  retrieved: orNull(data.retrieved),
  language: data.language,
  kind: data.kind,
  derivedFrom: orNull(data.derivedFrom),
  original: orNull(data.original),
  reliability: data.reliability,
});
const captured = (data: Stored<SourceContent> & TextDigest): SourceContent & TextDigest => ({
  ...source(data),
  sha256: data.sha256,
  length: data.length,
});

/** Data in the log are what this release or an older one wrote: the one place where that is taken for granted. */
const restoring =
  <C>(restore: (data: C) => object): Restore =>
  (data) =>
    restore(data as C) as Json;

const erratum: Restore = ({ reason, cause, ...rest }) => ({ reason, cause: cause ?? null, ...rest });
const revised =
  (restore: Restore): Restore =>
  (data) => ({ ...erratum(data), content: restore(data['content'] as Json) });

const recorded = Object.fromEntries([...kindOf].map(([type, kind]) => [type, (data: Json) => actOf(data, kind)]));

/** How each type's absent fields come back; one entry a type. */
const restorers: Readonly<Record<string, Restore>> = {
  ...recorded,
  LogOpened: asStored,
  LogMoved: asStored,
  LogCopied: asStored,
  PartyRegistered: restoring(party),
  PartyDescribed: revised(restoring(party)),
  SpeakerRegistered: restoring(speaker),
  SpeakerDescribed: revised(restoring(speaker)),
  IssueFramed: restoring(issue),
  IssueReframed: revised(restoring(issue)),
  SourceCaptured: restoring(captured),
  SourceDescribed: revised(restoring(source)),
  SourceRetracted: erratum,
  SourceReinstated: erratum,
  SourceTextErased: erratum,
  ActCorrected: revised((data) => actOf(data)),
  ActCorroborated: (data) => ({ citations: (data['citations'] as readonly Stored<Citation>[]).map(citation) }),
  ActRetracted: erratum,
  ActReinstated: erratum,
} satisfies Record<Exclude<EventType, (typeof firstTypeOf)[ActKind]>, Restore>;

/** Every type of event that this release can read. */
export const eventTypes: readonly string[] = Object.keys(restorers);

const dropNull = (_: string, value: unknown): unknown => value ?? undefined;

/** Events ↔ their stored form; `decode(encode(e))` is e. Nulls are not stored, a first act's kind is its type. */
export class Codec {
  constructor(private readonly upcasters: Upcasters = {}) {}

  encode(event: DomainEvent): StoredForm {
    const stored = kindOf.has(event.type) ? { ...event.data, kind: undefined } : event.data;
    return { type: event.type, schemaVersion: this.versionOf(event.type), data: JSON.stringify(stored, dropNull) };
  }

  /** @throws UnknownEvent for a type or a version that this release does not know */
  decode(form: StoredForm): DomainEvent {
    // A type named like what every object has, such as `constructor`, is not one of ours.
    const restore = Object.hasOwn(restorers, form.type) ? restorers[form.type] : undefined;
    const type = form.type as EventType;
    if (!restore || !this.isReadable(type, form.schemaVersion)) throw new UnknownEvent(form);
    const stored = this.upcast(type, form.schemaVersion, JSON.parse(form.data) as Json);
    return { type, data: restore(stored) } as unknown as EventOf<EventType>;
  }

  private upcast(type: EventType, from: number, data: Json): Json {
    const steps = this.upcasters[type];
    return steps ? steps.slice(from - 1).reduce((before, upcast) => upcast(before), data) : data;
  }

  private isReadable(type: EventType, schemaVersion: number): boolean {
    return schemaVersion >= 1 && schemaVersion <= this.versionOf(type);
  }

  private versionOf(type: EventType): number {
    return 1 + (this.upcasters[type]?.length ?? 0);
  }
}
