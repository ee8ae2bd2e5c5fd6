import { evolveIssue } from '../domain/issues/issue.js';
import { evolveParty } from '../domain/parties/party.js';
import { evolveSpeaker } from '../domain/parties/speaker.js';
import type { DomainEvent, SourceEvent } from '../domain/shared/domain-event.js';
import type { Erratum } from '../domain/shared/erratum.js';
import { entityOf } from '../domain/shared/stream.js';
import { evolveSource } from '../domain/sources/source.js';
import type { CatalogueKind, CatalogueState } from '../ports/catalogue.js';
import type { Past, Projection, Recorded, RowChange } from '../ports/projection.js';
import { Projects } from './projection.decorator.js';

type Entry = { readonly [K in CatalogueKind]: { readonly kind: K; readonly state: CatalogueState[K] } }[CatalogueKind];

/** Parties, speakers, issues and sources: one row for each event of their streams, with the state after it. */
@Projects()
export class CatalogueProjection implements Projection {
  project({ at, event }: Recorded, past: Past): readonly RowChange[] {
    const id = entityOf(at.stream)?.id ?? '';
    const entry = entryAfter(event, id, past);
    if (!entry) return [];
    const row = { change: 'entry', id, ...entry, ...erratumOf(event), words: wordsOf(id, entry) } as const;
    return [row, ...textChanges(event)];
  }
}

function entryAfter(event: DomainEvent, id: string, past: Past): Entry | null {
  switch (event.type) {
    case 'PartyRegistered':
    case 'PartyDescribed':
      return { kind: 'party', state: evolveParty(null, event).content };
    case 'SpeakerRegistered':
    case 'SpeakerDescribed':
      return { kind: 'speaker', state: evolveSpeaker(null, event).content };
    case 'IssueFramed':
    case 'IssueReframed':
      return { kind: 'issue', state: evolveIssue(null, event).content };
    case 'SourceCaptured':
    case 'SourceDescribed':
    case 'SourceRetracted':
    case 'SourceReinstated':
    case 'SourceTextErased':
      return { kind: 'source', state: sourceAfter(event, id, past) };
    default:
      return null; // acts and the log itself are no catalogue entries
  }
}

function sourceAfter(event: SourceEvent, id: string, past: Past): CatalogueState['source'] {
  return evolveSource(event.type === 'SourceCaptured' ? null : past.entry('source', id), event);
}

function erratumOf({ data }: DomainEvent): Erratum {
  return 'reason' in data ? { reason: data.reason, cause: data.cause } : { reason: '', cause: null };
}

function textChanges({ type, data }: DomainEvent): readonly RowChange[] {
  if (type === 'SourceCaptured') return [{ change: 'text-captured', sha256: data.sha256 }];
  return type === 'SourceTextErased' ? [{ change: 'text-erased', sha256: data.sha256 }] : [];
}

function wordsOf(id: string, { kind, state }: Entry): string {
  switch (kind) {
    case 'party':
      return [id, state.name, ...state.aliases].join(' ');
    case 'speaker':
      return `${id} ${state.name}`;
    case 'issue':
      return `${id} ${state.title} ${state.question}`;
    case 'source':
      return `${id} ${state.content.title} ${state.content.publisher}`;
  }
}
