import { type AllStreamResolvedEvent, binaryEvent, type EventData, type RecordedEvent } from '@eventstore/db-client';
import { v5 as uuidv5 } from 'uuid';
import {
  type Append,
  type LogEvent,
  LogNotReadable,
  type NewEvent,
  type StreamEvent,
} from '../../../ports/event-log.js';

const namespace = 'b7f3f2b0-64f5-5c1c-9d0a-3c0f6a1f1f5e';

/** What an event has from its append. */
type Written = Omit<Append, 'expected' | 'events'>;

/** Everything of an event that its type and data do not say. Correlation and causation have the server's own names. */
interface Envelope {
  readonly id: string;
  readonly schemaVersion: number;
  readonly recorder: string;
  readonly assurance: 'asserted';
  readonly command: string;
  readonly $correlationId: string;
  readonly $causationId?: string;
  /** Of a copied event: when it was recorded where it comes from, in milliseconds. */
  readonly recordedAt?: number;
}

/**
 * The event as the server keeps it: its data as bytes, since the client would parse JSON and write it anew. The id that
 * the server knows it by is made of all that it says: a server takes an append with an id that it has for a repeat
 * without looking further, and so it is one.
 */
export function eventToStore(append: Written, event: NewEvent): EventData {
  return dataToStore(append.stream, event, envelopeOf(append, event));
}

/** An event of another log, which brings its time. */
export function copyToStore(event: LogEvent): EventData {
  return dataToStore(event.stream, event, { ...envelopeOf(event, event), recordedAt: event.recordedAt });
}

function dataToStore(stream: string, { type, data }: NewEvent, metadata: Envelope): EventData {
  const id = uuidv5(Buffer.from(JSON.stringify([stream, type, data, metadata]), 'utf8'), namespace);
  return binaryEvent({ id, type, data: Buffer.from(data, 'utf8'), metadata });
}

function envelopeOf(append: Written, { id, schemaVersion }: NewEvent): Envelope {
  const { recorder, assurance, command, correlation, causation } = append;
  const caused = causation === null ? {} : { $causationId: causation };
  return { id, schemaVersion, recorder, assurance, command, $correlationId: correlation, ...caused };
}

/** The event as it was appended. @throws LogNotReadable for one that was not written by this program */
export function storedEvent(recorded: RecordedEvent, prefix: string): StreamEvent {
  const { metadata, data, type } = recorded;
  const revision = Number(recorded.revision);
  const stream = recorded.streamId.slice(prefix.length);
  if (!isEnvelope(metadata) || !(data instanceof Uint8Array)) throw foreign(recorded);
  const { id, schemaVersion, recorder, assurance, command } = metadata;
  return {
    id,
    type,
    schemaVersion,
    data: Buffer.from(data).toString('utf8'),
    stream,
    revision,
    recorder,
    assurance,
    command,
    correlation: metadata.$correlationId,
    causation: metadata.$causationId ?? null,
  };
}

/** The event in its place in the log. Field by field: as many are made as a new node reads, and spreading is slow. */
export function placed(event: StreamEvent, sequence: number, recordedAt: number): LogEvent {
  return {
    id: event.id,
    type: event.type,
    schemaVersion: event.schemaVersion,
    data: event.data,
    stream: event.stream,
    revision: event.revision,
    recorder: event.recorder,
    assurance: event.assurance,
    command: event.command,
    correlation: event.correlation,
    causation: event.causation,
    sequence,
    recordedAt,
  };
}

/** When a copied event says that it was recorded; null for one that was written here. */
export function broughtTime({ metadata }: RecordedEvent): number | null {
  return isEnvelope(metadata) ? (metadata.recordedAt ?? null) : null;
}

/** The id that the event was appended with; null for one that is not ours. */
export function eventIdIn({ event }: AllStreamResolvedEvent): string | null {
  return isEnvelope(event?.metadata) ? event.metadata.id : null;
}

function isEnvelope(metadata: unknown): metadata is Envelope {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const told: Partial<Record<keyof Envelope, unknown>> = metadata;
  const { id, recorder, command, $correlationId, $causationId, assurance, schemaVersion, recordedAt } = told;
  return (
    [id, recorder, command, $correlationId, $causationId ?? ''].every((text) => typeof text === 'string') &&
    assurance === 'asserted' &&
    [schemaVersion, recordedAt ?? 0].every(Number.isSafeInteger)
  );
}

function foreign({ streamId, revision, type }: RecordedEvent): LogNotReadable {
  const what = type === '$streamDeleted' ? 'was deleted' : `has an event that is not ours, ${type}`;
  return new LogNotReadable(`the stream ${streamId} ${what} at revision ${String(revision)}`);
}
