import { EventIdInUse, type Append, type Appended, type NewEvent, type StreamEvent } from './event-log.js';

/**
 * What became of this very append when it was made before: its first result, or a refusal when its event ids stand
 * for something else, in part or in whole. Undefined when the ids are new.
 */
export function earlierAppend(
  append: Append,
  withId: (id: string) => StreamEvent | undefined,
): Appended | EventIdInUse | undefined {
  const stored = append.events.map(({ id }) => withId(id));
  const known = stored.find((event) => event !== undefined);
  if (known === undefined) return undefined;
  const first = known.revision;
  const same = append.events.every((event, index) => {
    const earlier = stored[index];
    return earlier?.revision === first + index && isOf(append, earlier) && isSame(event, earlier);
  });
  if (!same) return new EventIdInUse(known.id);
  return { revision: first + append.events.length - 1, repeated: true };
}

function isOf(append: Append, earlier: StreamEvent): boolean {
  return earlier.stream === append.stream && earlier.command === append.command;
}

function isSame(event: NewEvent, earlier: StreamEvent): boolean {
  const { type, schemaVersion, data } = event;
  return earlier.type === type && earlier.schemaVersion === schemaVersion && earlier.data === data;
}
