import type { RecordedEvent } from '@eventstore/db-client';
import { Codec } from '../../../domain/shared/codec.js';
import { logStream } from '../../../domain/shared/stream.js';
import { LogAway, LogNotReadable, LogSealed, type StreamEvent } from '../../../ports/event-log.js';
import { movedTo } from '../../../ports/moved-to.js';
import { broughtTime, storedEvent } from './stored-event.js';

interface Seal {
  readonly commit: bigint;
  readonly to: string;
}

const codec = new Codec();

/**
 * What the log's own stream says of moves: how many events came here as copies, which alone bring the times at which
 * they were recorded, and where the log ends. Copied events bear a mark; the first event of the stream without it
 * must be the `LogCopied` that says how many they are, so that nobody can give a time to an event later on.
 */
export class Moves {
  /** So many events at the beginning were copied. */
  private copied = 0;
  private seal: Seal | null = null;

  constructor(private readonly prefix: string) {}

  get isSealed(): boolean {
    return this.seal !== null;
  }

  /** Takes what is in the stream of the log. @throws LogAway while the copy is under way, LogNotReadable */
  learn(events: readonly RecordedEvent[]): void {
    const own = events.findIndex((event) => broughtTime(event) === null);
    if (own === -1) {
      throw new LogAway('a copy into this log is under way; wait until it is done, or go on with `demarche log copy`');
    }
    if (own > 0) this.copied = this.countIn(events[own]);
    events.slice(own).forEach((event) => this.look(storedEvent(event, this.prefix), event));
  }

  /**
   * Takes what is in the stream of a log that may be the copy of another; true when that is finished, or never was a
   * copy. While it is not, every event must be a copied one.
   */
  learnOfCopy(events: readonly RecordedEvent[]): boolean {
    const isFinished = events.some((event) => broughtTime(event) === null);
    if (isFinished) this.learn(events);
    else this.copied = Infinity;
    return isFinished;
  }

  /** When the event in this place was recorded, in milliseconds, by its own account. @throws LogNotReadable */
  timeOf(recorded: RecordedEvent, { stream, type }: StreamEvent, sequence: number): number {
    const brought = sequence <= this.copied ? broughtTime(recorded) : recorded.created.getTime();
    const isEnd = stream === logStream && type === 'LogCopied';
    if (brought === null || (this.copied > 0 && sequence === this.copied + 1 && !isEnd)) {
      throw new LogNotReadable(
        `event ${String(sequence)} is not what was copied here: somebody else wrote to this log`,
      );
    }
    return brought;
  }

  /** Looks whether the log ends with the event in this place. */
  notice(event: StreamEvent, recorded: RecordedEvent, sequence: number): void {
    if (event.stream === logStream && sequence > this.copied) this.look(event, recorded);
  }

  /** Whether what stands there came after the log had ended. */
  isBeyond(commit: bigint): boolean {
    return this.seal !== null && commit > this.seal.commit;
  }

  /** @throws LogSealed when nothing can be appended, or when what stands at this position came too late */
  assertOpen(commit?: bigint): void {
    if (this.seal !== null && (commit === undefined || this.isBeyond(commit))) throw new LogSealed(this.seal.to);
  }

  private look(event: StreamEvent, { position }: RecordedEvent): void {
    const to = movedTo(event);
    if (to !== null && this.seal === null && position !== undefined) this.seal = { commit: position.commit, to };
  }

  private countIn(recorded: RecordedEvent | undefined): number {
    const event = recorded && codec.decode(storedEvent(recorded, this.prefix));
    if (event?.type === 'LogCopied') return event.data.events;
    throw new LogNotReadable('the stream of the log goes on without LogCopied, though it was copied here');
  }
}
