import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { Codec } from '../../domain/shared/codec.js';
import type { DomainEvent } from '../../domain/shared/domain-event.js';
import type { Entity } from '../../domain/shared/entity.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { EntityKind } from '../../domain/shared/stream.js';
import { streamOf } from '../../domain/shared/stream.js';
import { formatInstant } from '../../domain/time/instant.js';
import { Chronicle } from '../../ports/chronicle.js';
import type { Expected, StreamEvent } from '../../ports/event-log.js';
import { AppendTooLarge, EventIdInUse, EventLog, WrongRevision } from '../../ports/event-log.js';
import { ProjectionRunner } from '../projecting/projection-runner.js';
import { eventNamespace, idFromCommand } from './derived-ids.js';
import type { Envelope, Receipt } from './envelope.js';

/** One command on one stream: how to fold it, to recognise its own earlier result, and to decide. */
export interface Write<S, E extends DomainEvent> {
  readonly kind: EntityKind;
  readonly id: string;
  readonly envelope: Envelope;
  evolve(state: S | null, event: E): S;
  /** Whether the event is what this command would write, judged before anything is verified. */
  wrote(event: E): boolean;
}

export interface Creation<S, E extends DomainEvent> extends Write<S, E> {
  decide(): E | Promise<E>;
}

export interface Change<S, E extends DomainEvent> extends Write<S, E> {
  decide(state: S): E | Promise<E>;
}

/**
 * The one way to the log: load the stream, recognise a repeat, decide, append where the stream was found, answer when
 * this node has projected it. A conflict is never decided again behind the sender's back.
 */
@Injectable()
export class Recording {
  constructor(
    private readonly log: EventLog,
    private readonly codec: Codec,
    private readonly runner: ProjectionRunner,
    private readonly chronicle: Chronicle,
  ) {}

  /** @throws Refusal `id-in-use` when it exists with other content; whatever `decide` refuses */
  async create<S, E extends DomainEvent>(creation: Creation<S, E>): Promise<Receipt> {
    this.runner.assertWritable();
    const isNew = isUnheardOf(creation);
    const first = isNew ? null : await this.repeatOf(creation, await this.load(creation), 'creation');
    if (first) return first;
    const event = await creation.decide();
    try {
      return await this.append(creation, event, isNew ? 'new-stream' : 'no-stream');
    } catch (error) {
      if (!(error instanceof WrongRevision)) throw error;
      const other = await this.repeatOf(creation, await this.load(creation), 'creation');
      if (other) return other;
      throw error;
    }
  }

  /** @throws Refusal `not-found`, `revision-mismatch`, `conflict`, `id-in-use`; whatever `decide` refuses */
  async change<S extends Entity<unknown>, E extends DomainEvent>(change: Change<S, E>): Promise<Receipt> {
    this.runner.assertWritable();
    const events = await this.load(change);
    const earlier = await this.repeatOf(change, events, 'change');
    if (earlier) return earlier;
    const state = this.fold(change, events);
    if (!state) throw new Refusal('not-found', `There is no ${change.kind} \`${change.id}\`.`);
    const { ifMatch } = change.envelope;
    if (ifMatch !== null && ifMatch !== state.revision) throw staleRevision(change, state.revision);
    const event = await change.decide(state);
    try {
      return await this.append(change, event, state.revision);
    } catch (error) {
      if (error instanceof WrongRevision) throw staleRevision(change, error.revision);
      throw error;
    }
  }

  /** What recorded this very thing before, if anything did. @throws Refusal `id-in-use` when it has other content */
  async earlier<S, E extends DomainEvent>(creation: Write<S, E>): Promise<E | null> {
    if (isUnheardOf(creation)) return null;
    const event = this.earlierOf(creation, await this.load(creation), 'creation');
    return event && (this.codec.decode(event) as E);
  }

  private load({ kind, id }: Pick<Write<unknown, DomainEvent>, 'kind' | 'id'>): Promise<readonly StreamEvent[]> {
    const stream = streamOf(kind, id);
    return this.log.readStream(stream, this.chronicle.countOf(stream));
  }

  private fold<S, E extends DomainEvent>(write: Write<S, E>, events: readonly StreamEvent[]): S | null {
    const evolve = (state: S | null, event: StreamEvent): S => write.evolve(state, this.codec.decode(event) as E);
    return events.reduce<S | null>(evolve, null);
  }

  private async repeatOf<S, E extends DomainEvent>(
    write: Write<S, E>,
    events: readonly StreamEvent[],
    by: 'creation' | 'change',
  ): Promise<Receipt | null> {
    const earlier = this.earlierOf(write, events, by);
    return earlier && this.receipt(write.id, earlier, true);
  }

  private earlierOf<S, E extends DomainEvent>(
    write: Write<S, E>,
    events: readonly StreamEvent[],
    by: 'creation' | 'change',
  ): StreamEvent | null {
    const sent = events.find((event) => event.command === write.envelope.command);
    const earlier = sent ?? (by === 'creation' ? events[0] : undefined);
    if (!earlier) return null;
    if (!write.wrote(this.codec.decode(earlier) as E)) throw idInUse(write, sent !== undefined);
    return earlier;
  }

  private async append<S, E extends DomainEvent>(
    { kind, id, envelope }: Write<S, E>,
    event: E,
    expected: Exclude<Expected, 'any'>,
  ): Promise<Receipt> {
    const stream = streamOf(kind, id);
    const { command, recorder } = envelope;
    const stored = { id: uuidv5(`${command} ${stream}`, eventNamespace), ...this.codec.encode(event) };
    const append = { stream, expected, recorder, command, correlation: command, causation: null };
    try {
      const { revision, repeated } = await this.log.append({ ...append, assurance: 'asserted', events: [stored] });
      return await this.receipt(id, { stream, revision }, repeated);
    } catch (error) {
      if (error instanceof EventIdInUse) throw idInUse({ kind, id }, true);
      if (error instanceof AppendTooLarge) throw tooLarge(error);
      throw error;
    }
  }

  private async receipt(
    id: string,
    { stream, revision }: Pick<StreamEvent, 'stream' | 'revision'>,
    repeated: boolean,
  ): Promise<Receipt> {
    const { sequence, recordedAt } = await this.runner.projected(stream, revision);
    return { id, sequence, recordedAt: formatInstant(recordedAt), revision, repeated };
  }
}

/** Whether the id, too, was made up for this request: then there is nothing to look for in the log. */
function isUnheardOf({ id, envelope }: Pick<Write<unknown, DomainEvent>, 'id' | 'envelope'>): boolean {
  return envelope.isNew && id === idFromCommand(envelope.command);
}

type Target = Pick<Write<unknown, DomainEvent>, 'kind' | 'id'>;

function idInUse({ kind, id }: Target, byCommand: boolean): Refusal {
  const detail = byCommand
    ? `This Idempotency-Key was used on ${kind} \`${id}\` for something else; send a new one.`
    : `The id \`${id}\` is that of another ${kind}, with other content; change that one, or choose another id.`;
  return new Refusal('id-in-use', detail, [{ pointer: byCommand ? '' : '/id', detail }]);
}

function tooLarge({ bytes, bytesMax }: AppendTooLarge): Refusal {
  return new Refusal('too-large', `An event may have ${String(bytesMax)} bytes, not ${String(bytes)}.`);
}

function staleRevision({ kind, id, envelope }: Target & { readonly envelope: Envelope }, revision: number): Refusal {
  const detail = `${kind} \`${id}\` is at revision ${String(revision)} by now; read it again, then decide again.`;
  return new Refusal(envelope.ifMatch === null ? 'conflict' : 'revision-mismatch', detail, [], { revision });
}
