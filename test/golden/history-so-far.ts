import { type Act, evolveAct, isFirst } from '../../src/domain/acts/act.js';
import { evolveIssue, type Issue } from '../../src/domain/issues/issue.js';
import { evolveParty, type Party } from '../../src/domain/parties/party.js';
import { evolveSpeaker, type Speaker } from '../../src/domain/parties/speaker.js';
import { Codec } from '../../src/domain/shared/codec.js';
import type {
  ActEvent,
  IssueEvent,
  PartyEvent,
  SourceEvent,
  SpeakerEvent,
} from '../../src/domain/shared/domain-event.js';
import { entityOf } from '../../src/domain/shared/stream.js';
import { evolveSource, type Source } from '../../src/domain/sources/source.js';
import type { LogEvent } from '../../src/ports/event-log.js';

interface RecordedEvent {
  readonly recorder: string;
  readonly event: ActEvent;
}

/** An act's events up to K; its number is the sequence of the first. */
export interface ActSoFar {
  readonly id: string;
  readonly number: number;
  readonly events: RecordedEvent[];
}

const codec = new Codec();

/** What the log held up to some sequence, folded by nothing but the domain. */
export class HistorySoFar {
  readonly acts = new Map<string, ActSoFar>();
  readonly issues = new Map<string, Issue>();
  readonly sources = new Map<string, Source>();
  readonly speakers = new Map<string, Speaker>();
  readonly parties = new Map<string, Party>();

  constructor(log: readonly LogEvent[], sequence: number) {
    for (const stored of log.slice(0, sequence)) this.take(stored);
  }

  actAt(number: number): ActSoFar {
    return [...this.acts.values()].find((act) => act.number === number)!;
  }

  private take(stored: LogEvent): void {
    const { kind, id } = entityOf(stored.stream) ?? { kind: 'log', id: '' };
    const event = codec.decode(stored);
    const folds: Readonly<Record<string, () => void>> = {
      act: () => this.takeAct(id, stored, event as ActEvent),
      issue: () => fold(this.issues, id, (state) => evolveIssue(state, event as IssueEvent)),
      source: () => fold(this.sources, id, (state) => evolveSource(state, event as SourceEvent)),
      party: () => fold(this.parties, id, (state) => evolveParty(state, event as PartyEvent)),
      speaker: () => fold(this.speakers, id, (state) => evolveSpeaker(state, event as SpeakerEvent)),
    };
    folds[kind]?.();
  }

  private takeAct(id: string, { sequence, recorder }: LogEvent, event: ActEvent): void {
    if (isFirst(event)) this.acts.set(id, { id, number: sequence, events: [] });
    this.acts.get(id)!.events.push({ recorder, event });
  }
}

function fold<S>(states: Map<string, S>, id: string, evolve: (state: S | null) => S): void {
  states.set(id, evolve(states.get(id) ?? null));
}

/** What the events that pass make of an act; null when its first one does not. */
export function actOf({ events }: ActSoFar, passes: (recorder: string) => boolean): Act | null {
  if (!passes(events[0]!.recorder)) return null;
  const passing = events.filter(({ recorder }) => passes(recorder)).map(({ event }) => event);
  return passing.reduce<Act | null>(evolveAct, null);
}
