/// <reference lib="es2024.string" />
import { EventIdInUse, type Append, type NewEvent } from '../../../ports/event-log.js';

/**
 * Stops what no log could keep before it is queued, where it would take its neighbours in the batch down with it.
 * Half a surrogate pair has no UTF-8, and would come back as another character.
 */
export function checkAppend(append: Append): void {
  const { stream, recorder, command, correlation, causation, events } = append;
  if (events.length === 0) throw new RangeError(`an append to ${stream} without events`);
  checkText(stream, recorder, command, correlation, causation ?? '');
  events.forEach(checkEvent);
  checkIds(events.map(({ id }) => id));
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
