import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Codec } from '../../domain/shared/codec.js';
import { beginning, EventLog, type LogBatch, type LogEvent, type LogPlace } from '../../ports/event-log.js';
import type { Recorded, RowChange } from '../../ports/projection.js';
import { type Checkpoint, ViewStore } from '../../ports/view-store.js';
import { BuildProgress, type Progress } from './build-progress.js';
import { Projections } from './projections.js';

/**
 * Events in one transaction, between which others get their turn. A build has none, and its batches are small: what is
 * made of an event is then gone before the garbage collector would carry it on.
 */
const batchSize = { tail: 500, build: 200 } as const;

export interface Building {
  readonly onProgress?: Progress | undefined;
  readonly signal?: AbortSignal;
}

/** What a batch made of the views. */
export interface Projected {
  readonly changes: readonly RowChange[];
  readonly place: LogPlace;
}

/** An event of the log cannot be understood: it was written by a newer release, or damaged. */
class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';

  constructor(sequence: number, cause: unknown) {
    super(`event ${String(sequence)}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

interface Readable {
  readonly readable: readonly Recorded[];
  readonly fault: Error | null;
}

/** A log has no gaps, unless something was taken out of it. */
function assertNext({ sequence }: LogEvent, expected: number): void {
  if (sequence !== expected) throw new Error(`event ${String(expected)} is missing before it`);
}

/** Brings the views from one place in the log to the next. Only the owner of the views may. */
@Injectable()
export class Projector {
  private readonly logger = new Logger(Projector.name);
  private logId: string | null = null;

  constructor(
    private readonly log: EventLog,
    private readonly store: ViewStore,
    private readonly projections: Projections,
    private readonly codec: Codec,
  ) {}

  /**
   * Where the finished views stand, unless they are of another log or ahead of this one: then they are not believed.
   */
  async trusted(): Promise<LogPlace | null> {
    const checkpoint = this.store.checkpoint();
    if (!checkpoint) return null;
    const { logId, eventId, place } = checkpoint;
    const same = logId === (await this.idOfLog()) && (await this.log.holds(eventId, place));
    return same ? place : null;
  }

  /** Where the views of another node stand that this one was given to begin with; null when they are not believed. */
  async seeded(): Promise<LogPlace | null> {
    const seeding = this.store.seed();
    if (!seeding) return null;
    const place = seeding.refused === null ? await this.trusted() : null;
    const why = seeding.refused ?? 'they are of another log, or ahead of this one';
    if (!place) this.logger.warn(`the views in ${seeding.file} are not used, but built from the log: ${why}`);
    return place;
  }

  /**
   * Makes all views from nothing. An event that cannot be read ends the build where it stands, and is thrown; what
   * fails while rows are written, or is aborted, leaves nothing that could be believed.
   */
  async build({ onProgress, signal }: Building = {}): Promise<LogPlace> {
    this.store.build();
    const progress = new BuildProgress(this.log, onProgress);
    let place = beginning;
    try {
      for (let next = await this.step(place, 'build'); next; next = await this.step(place, 'build')) {
        place = next.place;
        await progress.tell(place.sequence);
        await nextTurn();
        signal?.throwIfAborted();
      }
    } catch (error) {
      if (error instanceof UnreadableEvent && place.sequence > 0) this.store.finish();
      throw error;
    }
    this.store.finish();
    return place;
  }

  /** Projects what follows the place, up to a batch; null when there is nothing. */
  async step(after: LogPlace, size: keyof typeof batchSize): Promise<Projected | null> {
    const batch = await this.log.readAll(after, batchSize[size]);
    const { readable, fault } = this.read(batch, after);
    const last = readable.at(-1);
    if (last) return this.write(readable, await this.checkpointAt(last.at, fault ? after : batch.place));
    if (fault) throw fault;
    return null;
  }

  private write(events: readonly Recorded[], checkpoint: Checkpoint): Projected {
    const { projections } = this;
    const project = projections.project.bind(projections);
    const derive = projections.derive.bind(projections);
    return { changes: this.store.write({ events, checkpoint, project, derive }), place: checkpoint.place };
  }

  /** The events that can be understood up to the first that cannot. */
  private read({ events }: LogBatch, after: LogPlace): Readable {
    const readable: Recorded[] = [];
    try {
      for (const at of events) {
        assertNext(at, after.sequence + readable.length + 1);
        readable.push({ at, event: this.codec.decode(at) });
      }
      return { readable, fault: null };
    } catch (error) {
      return { readable, fault: new UnreadableEvent(events[readable.length]?.sequence ?? 0, error) };
    }
  }

  /** Where the batch ends, or where it can be read to: only the log knows the place of an event within a batch. */
  private async checkpointAt({ id, sequence }: LogEvent, known: LogPlace): Promise<Checkpoint> {
    let place = known;
    while (place.sequence < sequence) ({ place } = await this.log.readAll(place, sequence - place.sequence));
    return { logId: await this.idOfLog(), eventId: id, place };
  }

  private async idOfLog(): Promise<string> {
    if (this.logId !== null) return this.logId;
    const first = (await this.log.readAll(beginning, 1)).events[0];
    const event = first && this.codec.decode(first);
    if (event?.type !== 'LogOpened') throw new Error('the log does not begin with LogOpened');
    this.logId = event.data.logId;
    return this.logId;
  }
}
