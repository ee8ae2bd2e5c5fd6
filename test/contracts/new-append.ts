import type { Append, NewEvent } from '../../src/ports/event-log.js';

let made = 0;

/** An id of its own for each event, the same in every run. */
function nextId(): string {
  made += 1;
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
}

export function newEvent(event: Partial<NewEvent> = {}): NewEvent {
  return { id: nextId(), type: 'StatementMade', schemaVersion: 1, data: '{}', ...event };
}

/** An append of one event to a stream of its own, unless told otherwise. */
export function newAppend(append: Partial<Append> = {}): Append {
  const command = nextId();
  return {
    stream: `act-${command}`,
    expected: 'any',
    recorder: 'tester',
    assurance: 'asserted',
    command,
    correlation: command,
    causation: null,
    events: [newEvent()],
    ...append,
  };
}
