import type { DomainEvent, EventOf, EventType } from './domain-event.js';
import { firstTypeOf } from './domain-event.js';
import type { ActKind } from '../acts/act-kind.js';

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

const absentContent = {
  act: {
    speaker: null,
    until: null,
    condition: null,
    mode: null,
    inResponseTo: null,
    joint: null,
    threat: null,
    proposal: null,
  },
  citation: { prefix: null, suffix: null, translation: null },
  source: { url: null, archiveUrl: null, retrieved: null, derivedFrom: null, original: null },
} as const;

type Restore = (data: Json) => Json;

const asStored: Restore = (data) => data;
const list = (value: unknown): readonly Json[] => value as readonly Json[];

const citation: Restore = (data) => ({ ...absentContent.citation, ...data });
const threat = (data: unknown): unknown => (data === undefined ? null : { deadline: null, ...(data as Json) });
const act: Restore = (data) => ({
  ...absentContent.act,
  ...data,
  threat: threat(data['threat']),
  leanings: list(data['leanings']).map((leaning) => ({ note: null, ...leaning })),
  citations: list(data['citations']).map(citation),
});
const party: Restore = (data) => ({ wikidata: null, ...data });
const speaker: Restore = (data) => ({
  ...data,
  mandates: list(data['mandates']).map((mandate) => ({ until: null, ...mandate })),
});
const issue: Restore = (data) => ({ replaces: null, ...data });
const source: Restore = (data) => ({ ...absentContent.source, ...data });
const erratum: Restore = (data) => ({ cause: null, ...data });
const revised =
  (restore: Restore): Restore =>
  (data) => ({ ...erratum(data), content: restore(data['content'] as Json) });

const recorded = Object.fromEntries(
  [...kindOf].map(([type, kind]) => [type, (data: Json) => ({ kind, ...act(data) })]),
);

/** How each type's absent fields come back; one entry a type. */
const restorers: Readonly<Record<string, Restore>> = {
  ...recorded,
  LogOpened: asStored,
  PartyRegistered: party,
  PartyDescribed: revised(party),
  SpeakerRegistered: speaker,
  SpeakerDescribed: revised(speaker),
  IssueFramed: issue,
  IssueReframed: revised(issue),
  SourceCaptured: source,
  SourceDescribed: revised(source),
  SourceRetracted: erratum,
  SourceReinstated: erratum,
  SourceTextErased: erratum,
  ActCorrected: revised(act),
  ActCorroborated: (data) => ({ citations: list(data['citations']).map(citation) }),
  ActRetracted: erratum,
  ActReinstated: erratum,
} satisfies Record<Exclude<EventType, (typeof firstTypeOf)[ActKind]>, Restore>;

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
    const steps = this.upcasters[type]?.slice(form.schemaVersion - 1) ?? [];
    const stored = JSON.parse(form.data) as Json;
    return {
      type,
      data: restore(steps.reduce((data, upcast) => upcast(data), stored)),
    } as unknown as EventOf<EventType>;
  }

  private isReadable(type: EventType, schemaVersion: number): boolean {
    return schemaVersion >= 1 && schemaVersion <= this.versionOf(type);
  }

  private versionOf(type: EventType): number {
    return 1 + (this.upcasters[type]?.length ?? 0);
  }
}
