import type { Clock } from '../../../ports/clock.js';
import { earlierAppend } from '../../../ports/earlier-append.js';
import {
  WrongRevision,
  type Append,
  type Appended,
  type EventIdInUse,
  type Expected,
  type LogEvent,
} from '../../../ports/event-log.js';
import type { EventTable, Head } from './event-table.js';

export type AppendOutcome = Appended | WrongRevision | EventIdInUse;

/**
 * Writes the append, or says why not without having written anything. Only inside a write transaction, which makes
 * the head read here the one that the events follow. A repeat is looked for first: it succeeds whatever it expects.
 */
export function writeAppend(table: EventTable, clock: Clock, append: Append): AppendOutcome {
  const earlier = earlierAppend(append, (id) => table.withId(id));
  if (earlier !== undefined) return earlier;
  const revision = table.revisionOf(append.stream);
  if (!meets(revision, append.expected)) return new WrongRevision(append.stream, revision);
  eventsOf(append, revision, headAt(table, clock)).forEach((event) => table.insert(event));
  return { revision: revision + append.events.length, repeated: false };
}

function meets(revision: number, expected: Expected): boolean {
  if (expected === 'any') return true;
  return expected === 'no-stream' ? revision === -1 : revision >= 0 && revision === expected;
}

/** The head with the time that the next event gets: never before the last one's, whatever became of the clock. */
function headAt(table: EventTable, clock: Clock): Head {
  const stamp = clock.now();
  const head = table.head() ?? { sequence: 0, recordedAt: stamp };
  return { sequence: head.sequence, recordedAt: Math.max(stamp, head.recordedAt) };
}

function eventsOf(append: Append, revision: number, { sequence, recordedAt }: Head): readonly LogEvent[] {
  return append.events.map((event, index) => ({
    ...append,
    ...event,
    sequence: sequence + 1 + index,
    revision: revision + 1 + index,
    recordedAt,
  }));
}
