import { logStream } from '../../../domain/shared/stream.js';
import type { Clock } from '../../../ports/clock.js';
import { earlierAppend } from '../../../ports/earlier-append.js';
import {
  LogSealed,
  WrongRevision,
  type Append,
  type Appended,
  type EventIdInUse,
  type Expected,
  type LogEvent,
} from '../../../ports/event-log.js';
import { movedTo } from '../../../ports/moved-to.js';
import type { EventTable, Head } from './event-table.js';

export type AppendOutcome = Appended | WrongRevision | EventIdInUse | LogSealed;

/** Writes one append after the other, unless the log is sealed or one of them seals it. In a write transaction only. */
export function writeAppends(table: EventTable, clock: Clock, appends: readonly Append[]): readonly AppendOutcome[] {
  let to = movedTo(table.ofStream(logStream).at(-1));
  return appends.map((append) => {
    const outcome = to === null ? writeAppend(table, clock, append) : refused(table, append, to);
    if (append.stream === logStream) to = movedTo(table.ofStream(logStream).at(-1));
    return outcome;
  });
}

/** A sealed log still knows what was appended to it. */
function refused(table: EventTable, append: Append, to: string): AppendOutcome {
  return earlierAppend(append, (id) => table.withId(id)) ?? new LogSealed(to);
}

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
  return typeof expected === 'string' ? revision === -1 : revision >= 0 && revision === expected;
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
