import { formatInstant, type Instant } from '../time/instant.js';
import { parseTime } from '../time/time.js';
import { type Hash, isHash } from './hash.js';
import type { CommittedEvent } from './leaf.js';

/** An event in its place, with what its log says that it commits to. */
export interface ExportedEvent extends CommittedEvent {
  readonly sequence: number;
  /** SHA-256 of the data; null, as the next, where the log was not asked for it. */
  readonly dataSha256: Hash | null;
  readonly leafHash: Hash | null;
}

/** A line of an exported log (NDJSON): first the checkpoint, then each event after the texts that it brings. */
export type ExportRecord =
  | { readonly kind: 'checkpoint'; readonly note: string }
  | { readonly kind: 'text'; readonly sha256: Hash; readonly text: string }
  | { readonly kind: 'erased'; readonly sha256: Hash }
  | { readonly kind: 'event'; readonly event: ExportedEvent }
  | { readonly kind: 'stances'; readonly stances: unknown };

const format = 1;

export function formatRecord(record: ExportRecord): string {
  switch (record.kind) {
    case 'checkpoint':
      return JSON.stringify({ export: format, checkpoint: record.note });
    case 'text':
      return JSON.stringify({ text: { sha256: record.sha256, text: record.text } });
    case 'erased':
      return JSON.stringify({ erased: record.sha256 });
    case 'event':
      return JSON.stringify({ event: { ...record.event, recordedAt: formatInstant(record.event.recordedAt) } });
    case 'stances':
      return JSON.stringify({ stances: record.stances });
  }
}

/** The record in a line, however it is written; null where there is none. */
export function parseRecord(line: string): ExportRecord | null {
  try {
    return recordIn(JSON.parse(line));
  } catch {
    return null; // neither JSON nor a time
  }
}

/** Whether the line says the record as an export does, to the byte: nothing more, nothing twice. */
export function isAsWritten(record: ExportRecord, line: string): boolean {
  return formatRecord(record) === line;
}

/** The hash of the text that an event brings, if it does. Texts within its data are escaped, and never look like it. */
export function textBroughtBy({ type, data }: Pick<CommittedEvent, 'type' | 'data'>): Hash | null {
  return type === 'SourceCaptured' ? (/"sha256":"([0-9a-f]{64})","length"/.exec(data)?.[1] ?? null) : null;
}

type Json = Readonly<Record<string, unknown>>;

function recordIn(value: unknown): ExportRecord | null {
  if (!isJson(value)) return null;
  const { checkpoint, text, erased, event, stances } = value;
  if (typeof checkpoint === 'string') return { kind: 'checkpoint', note: checkpoint };
  if (typeof erased === 'string' && isHash(erased)) return { kind: 'erased', sha256: erased };
  if (isJson(text)) return { kind: 'text', sha256: textIn(text, 'sha256'), text: textIn(text, 'text') };
  if (isJson(event)) return { kind: 'event', event: eventIn(event) };
  return stances === undefined ? null : { kind: 'stances', stances };
}

// In the order in which they are written.
function eventIn(event: Json): ExportedEvent {
  return {
    sequence: numberIn(event, 'sequence'),
    recordedAt: instantIn(event, 'recordedAt'),
    id: textIn(event, 'id'),
    type: textIn(event, 'type'),
    schemaVersion: numberIn(event, 'schemaVersion'),
    stream: textIn(event, 'stream'),
    revision: numberIn(event, 'revision'),
    recorder: textIn(event, 'recorder'),
    assurance: textIn(event, 'assurance'),
    command: textIn(event, 'command'),
    correlation: textIn(event, 'correlation'),
    causation: event['causation'] === null ? null : textIn(event, 'causation'),
    data: textIn(event, 'data'),
    dataSha256: textIn(event, 'dataSha256'),
    leafHash: textIn(event, 'leafHash'),
  };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(record: Json, name: string): string {
  const value = record[name];
  if (typeof value !== 'string') throw new TypeError(`${name} is a text`);
  return value;
}

function numberIn(record: Json, name: string): number {
  const value = record[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError(`${name} is a whole number`);
  return value;
}

function instantIn(record: Json, name: string): Instant {
  return parseTime(textIn(record, name), `/${name}`).start;
}
