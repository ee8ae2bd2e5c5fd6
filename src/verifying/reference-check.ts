import type { ActContent } from '../domain/acts/act-content.js';
import { isFirst } from '../domain/acts/act.js';
import type { SpeakerContent } from '../domain/parties/speaker-content.js';
import type { DomainEvent } from '../domain/shared/domain-event.js';
import type { Faults } from './faults.js';
import type { History } from './history.js';

type Kind = 'party' | 'speaker' | 'issue' | 'source' | 'act';
type Reference = readonly [kind: Kind, id: string];

/** Whatever an event names was recorded before it. */
export class ReferenceCheck {
  constructor(
    private readonly history: History,
    private readonly faults: Faults,
  ) {}

  add(event: DomainEvent, sequence: number): void {
    for (const [kind, id] of referencesOf(event))
      if (!this.isKnown(kind, id)) this.faults.add(sequence, `names the ${kind} ${id}, which was not recorded before`);
  }

  private isKnown(kind: Kind, id: string): boolean {
    const { parties, speakers, issues, sources, acts } = this.history;
    return { party: parties, speaker: speakers, issue: issues, source: sources, act: acts }[kind].has(id);
  }
}

function referencesOf(event: DomainEvent): readonly Reference[] {
  if (isFirst(event)) return ofAct(event.data);
  if (event.type === 'ActCorrected') return ofAct(event.data.content);
  if (event.type === 'ActCorroborated') return event.data.citations.map(({ source }): Reference => ['source', source]);
  return ofEntry(event);
}

function ofEntry(event: DomainEvent): readonly Reference[] {
  switch (event.type) {
    case 'SpeakerRegistered':
      return ofSpeaker(event.data);
    case 'SpeakerDescribed':
      return ofSpeaker(event.data.content);
    case 'IssueFramed':
      return optional('issue', event.data.replaces);
    case 'SourceCaptured':
      return optional('source', event.data.derivedFrom);
    case 'SourceDescribed':
      return optional('source', event.data.content.derivedFrom);
    default:
      return []; // names nothing but itself
  }
}

function ofSpeaker({ mandates }: SpeakerContent): readonly Reference[] {
  return mandates.map(({ party }): Reference => ['party', party]);
}

function ofAct({ party, speaker, addressees, leanings, citations, inResponseTo, proposal }: ActContent): Reference[] {
  return [
    ['party', party],
    ...optional('speaker', speaker),
    ...addressees.map((id): Reference => ['party', id]),
    ...leanings.map(({ issue }): Reference => ['issue', issue]),
    ...(proposal?.terms ?? []).map(({ issue }): Reference => ['issue', issue]),
    ...citations.map(({ source }): Reference => ['source', source]),
    ...optional('act', inResponseTo),
  ];
}

function optional(kind: Kind, id: string | null): readonly Reference[] {
  return id === null ? [] : [[kind, id]];
}
