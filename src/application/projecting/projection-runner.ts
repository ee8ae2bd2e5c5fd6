import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '../../domain/shared/refusal.js';
import { Chronicle, type Moment } from '../../ports/chronicle.js';
import { EventLog, LogAway, type LogPlace } from '../../ports/event-log.js';
import { ViewsAway, ViewStore } from '../../ports/view-store.js';
import { Head } from './head.js';
import { LiveCatalogue } from './live-catalogue.js';
import { LiveCells } from './live-cells.js';
import type { Progress } from './build-progress.js';
import { Projector } from './projector.js';
import type { RunnerState, Starting } from './runner-state.js';
import { assertOpen } from './assert-open.js';
import { reached } from './reached.js';

/** How long a writer waits for its own event to be projected, in milliseconds. */
const patience = 5_000;
/** Between two looks at what another process projects, and after a failure that may pass. */
const glance = 10;
const retryPause = 500;
/** How long stopping waits for a log that does not answer; nothing is half written meanwhile. */
const farewell = 1_000;

/**
 * Feeds the projections in log order, one transaction a batch. An event that this release cannot understand stops it,
 * never a silent skip: the node then answers at its last K and refuses writes. The EventBus of Nest is not used for
 * this: it neither orders nor reports failure.
 */
@Injectable()
export class ProjectionRunner implements OnApplicationShutdown {
  private readonly logger = new Logger(ProjectionRunner.name);
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private current: RunnerState = { name: 'starting' };
  /** The log's head when the views were first believed; ready means that this has been reached once. */
  private awaited: number | null = null;
  private onProgress: Progress | undefined;
  /** Whether the views can be read. */
  private served = false;
  /** Whether this process owns the views and knows that they are of this log. */
  private trusting = false;

  constructor(
    private readonly log: EventLog,
    private readonly store: ViewStore,
    private readonly projector: Projector,
    private readonly chronicle: Chronicle,
    private readonly cells: LiveCells,
    private readonly catalogue: LiveCatalogue,
    private readonly head: Head,
  ) {}

  get state(): RunnerState {
    return this.current;
  }

  /** Whether the views answer: they were built, and had caught up with the log as it was when this node started. */
  get isServing(): boolean {
    return this.served && (this.current.name === 'stopped' || this.head.sequence >= (this.awaited ?? Infinity));
  }

  /**
   * Resolves when this node has caught up with the log as it is now, or cannot; goes on following it until shutdown.
   * @throws LogAway while the log is away and nobody is told so; LogNotReadable
   */
  async start({ onProgress, onAway }: Starting = {}): Promise<void> {
    const { signal } = this.stopping;
    this.onProgress = onProgress;
    const waiting = (why: string): void => {
      this.current = { name: 'away', why };
      onAway?.(why);
    };
    await reached(this.log, signal, onAway && waiting);
    this.following = signal.aborted ? this.following : this.follow();
    while (!this.isServing && this.current.name !== 'stopped' && !signal.aborted) await pause(glance);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.race([this.following, pause(farewell, undefined, { ref: false })]);
    this.store.close();
  }

  /** @throws Refusal `behind` when an event was met that stops this node from following the log */
  assertWritable(): void {
    if (this.current.name !== 'stopped') return;
    throw new Refusal('behind', `This node cannot follow the log and takes no writes: ${this.current.why}`);
  }

  /** Where the event stands once projected here. @throws Refusal `behind` after 5 s; LogSealed when it came too late */
  async projected(stream: string, revision: number): Promise<Moment> {
    const moment = await this.head.until(patience, () => {
      const found = this.chronicle.find(stream, revision);
      return found && found.sequence <= this.head.sequence ? found : null;
    });
    if (moment) return moment;
    await assertOpen(this.log);
    throw new Refusal('behind', 'The event is in the log, and this node has not projected it yet; send it again.');
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted && this.current.name !== 'stopped') {
      await this.guarded(async () => {
        const advanced = await this.advance();
        this.current = { name: this.isServing ? 'following' : 'starting' };
        // A log that answers at once would keep everybody else from their turn until all is projected.
        await (advanced ? nextTurn() : this.rest(signal));
      });
    }
  }

  /** Until there may be something to do; what another process owns, it needs a moment to project. */
  private async rest(signal: AbortSignal): Promise<void> {
    await this.log.wake(this.head.place, signal);
    if (!this.trusting) await pause(glance);
  }

  /** What may pass is tried again; what cannot be understood stops the runner and nothing else. */
  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      // What a failed write left in the views is only known by looking again.
      if (error instanceof ViewsAway) this.trusting = false;
      if (error instanceof LogAway || error instanceof ViewsAway) return this.waitOut(why);
      this.current = { name: 'stopped', why };
      this.logger.error(`projections stopped at sequence ${String(this.head.sequence)}: ${why}`);
    }
  }

  private async waitOut(why: string): Promise<void> {
    this.current = { name: 'away', why };
    this.logger.warn(why);
    await pause(retryPause);
  }

  /** Projects one batch, or looks at what the owner of the views did. False when there was nothing. */
  private async advance(): Promise<boolean> {
    if (!this.store.own()) return this.lookAtOwner();
    if (!this.trusting) await this.takeOver();
    await this.awaitHead();
    const projected = await this.projector.step(this.head.place, 'tail');
    if (!projected) return false;
    this.cells.follow(projected.changes);
    this.catalogue.follow(projected.changes);
    this.head.move(projected.place);
    return true;
  }

  /** The first thing that an owner does: goes on with the views that there are, or builds them. */
  private async takeOver(): Promise<void> {
    const found = (await this.projector.trusted()) ?? (await this.projector.seeded());
    const place = found ?? (await this.build());
    this.trusting = true;
    if (place.sequence !== this.head.sequence) this.forget();
    this.serveFrom(place);
  }

  private async build(): Promise<LogPlace> {
    this.served = false;
    try {
      return await this.projector.build({ onProgress: this.onProgress, signal: this.stopping.signal });
    } catch (error) {
      const place = await this.projector.trusted();
      if (place) this.serveFrom(place);
      throw error;
    }
  }

  private async lookAtOwner(): Promise<boolean> {
    this.store.refresh();
    const place = this.store.checkpoint()?.place;
    if (!place || place.sequence <= this.head.sequence) return false;
    if (!this.served && !(await this.projector.trusted())) return false;
    await this.awaitHead();
    this.forget();
    this.serveFrom(place);
    return true;
  }

  /** Asked for once views are there: what they hold need not be counted again. */
  private async awaitHead(): Promise<void> {
    this.awaited ??= (await this.log.head()).sequence;
  }

  /** What is kept in memory is of rows that this process did not write. */
  private forget(): void {
    this.cells.clear();
    this.catalogue.clear();
  }

  private serveFrom(place: LogPlace): void {
    this.served = true;
    this.head.move(place);
  }
}
