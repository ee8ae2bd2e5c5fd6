/// <reference lib="es2024.string" />
import { AppendTooLarge, EventIdInUse, type Append, type NewEvent } from './event-log.js';

/**
 * Every log takes as much in one append, so that what one of them holds can be copied to any other: the 1 MiB of
 * EventStoreDB, less room for what it adds.
 */
const appendBytesMax = 1_000_000;

/**
 * Stops what no log could keep before it is queued or sent, where it would take its neighbours in the batch down with
 * it. Half a surrogate pair has no UTF-8, and would come back as another character.
 */
export function checkAppend(append: Append): void {
  const { stream, recorder, command, correlation, causation, events } = append;
  if (events.length === 0) throw new RangeError(`an append to ${stream} without events`);
  checkText(stream, recorder, command, correlation, causation ?? '');
  events.forEach(checkEvent);
  checkIds(events.map(({ id }) => id));
  checkSize(append);
}

function checkEvent({ id, type, schemaVersion, data }: NewEvent): void {
  checkText(id, type, data);
  if (!Number.isSafeInteger(schemaVersion)) throw new RangeError(`event ${id} has no whole schema version`);
}

function checkText(...texts: readonly string[]): void {
  if (!texts.every((text) => text.isWellFormed())) throw new RangeError('a lone surrogate in an event');
}

function checkIds(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new EventIdInUse(twice);
}

function checkSize({ stream, recorder, command, correlation, causation, events }: Append): void {
  const shared = bytesOf(stream, recorder, command, correlation, causation ?? '');
  const bytes = events.reduce((sum, { id, type, data }) => sum + shared + bytesOf(id, type, data), 0);
  if (bytes > appendBytesMax) throw new AppendTooLarge(stream, bytes, appendBytesMax);
}

function bytesOf(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text, 'utf8'), 0);
}
