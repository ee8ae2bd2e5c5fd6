import type { Citation } from '../domain/acts/act-content.js';
import { type Act, evolveAct, isFirst } from '../domain/acts/act.js';
import { evolveIssue, type Issue } from '../domain/issues/issue.js';
import { Codec } from '../domain/shared/codec.js';
import type { ActEvent, DomainEvent, IssueEvent, SourceEvent } from '../domain/shared/domain-event.js';
import { entityOf } from '../domain/shared/stream.js';
import { evolveSource, type Source } from '../domain/sources/source.js';
import type { ExportedEvent } from '../domain/audit/log-export.js';
import { CountingContents } from './counting-contents.js';
import type { Faults } from './faults.js';

/** Those of earlier versions are not needed any more. */
const noQuotes: readonly Citation[] = [];

/** An act as far as stances depend on it, and the sequence of its first event. */
export interface NumberedAct {
  readonly number: number;
  readonly act: Act;
}

/** Everything of a log that stances are made of, folded event by event; what cannot be folded is a fault. */
export class History {
  logId: string | null = null;
  readonly parties = new Set<string>();
  readonly speakers = new Set<string>();
  readonly issues = new Map<string, Issue>();
  readonly sources = new Map<string, Source>();
  readonly acts = new Map<string, NumberedAct>();
  private readonly codec = new Codec();
  private readonly contents = new CountingContents();

  constructor(private readonly faults: Faults) {}

  /** What the event says; null when it says nothing that this release understands. */
  add(stored: ExportedEvent): DomainEvent | null {
    return this.faults.attempt(stored.sequence, 'cannot be understood', () => {
      const event = this.codec.decode(stored);
      this.fold(event, stored);
      return event;
    });
  }

  private fold(event: DomainEvent, { stream, sequence }: ExportedEvent): void {
    const id = entityOf(stream)?.id ?? '';
    if (isActEvent(event)) this.foldAct(id, event, sequence);
    else if (isSourceEvent(event)) this.foldSource(id, event);
    else this.foldOther(id, event, sequence);
  }

  private foldOther(id: string, event: DomainEvent, sequence: number): void {
    if (isIssueEvent(event)) this.issues.set(id, evolveIssue(this.issues.get(id) ?? null, event));
    if (event.type === 'PartyRegistered') this.parties.add(id);
    if (event.type === 'SpeakerRegistered') this.speakers.add(id);
    if (event.type === 'LogOpened' && sequence === 1) this.logId = event.data.logId;
  }

  private foldSource(id: string, event: SourceEvent): void {
    this.sources.set(id, evolveSource(this.sources.get(id) ?? null, event));
  }

  private foldAct(id: string, event: ActEvent, sequence: number): void {
    const before = this.acts.get(id);
    const { content, revision, retracted } = evolveAct(before?.act ?? null, event);
    const act = { content: this.contents.of(content), revision, retracted, verified: noQuotes };
    this.acts.set(id, { number: before?.number ?? sequence, act });
  }
}

function isActEvent(event: DomainEvent): event is ActEvent {
  return isFirst(event) || /^Act[CR]/.test(event.type);
}

function isSourceEvent(event: DomainEvent): event is SourceEvent {
  return event.type.startsWith('Source');
}

function isIssueEvent(event: DomainEvent): event is IssueEvent {
  return event.type.startsWith('Issue');
}
