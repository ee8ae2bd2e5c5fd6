import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { beginning, EventLog, LogAway, type LogEvent, type LogPlace } from '../../ports/event-log.js';
import { LogTree } from '../../ports/log-tree.js';
import { Alteration } from './alteration.js';
import { EventsBySequence } from './events-by-sequence.js';

const eventsAtOnce = 256;
/** Rest for each unit of work, so that the pass takes a small part of one processor. */
const restShare = 9;
/** Between two passes over the whole log, and after the log could not be read, in milliseconds. */
const passEvery = 3_600_000;
const retryAfter = 5_000;
/** Before the first pass: a node that starts answers first. */
const beginAfter = 200;

/**
 * Compares the log with the tree that was made of it when its events were new: the head when the node starts, and all
 * of it in the background, again and again.
 */
@Injectable()
export class LogCheck implements BeforeApplicationShutdown {
  private readonly logger = new Logger(LogCheck.name);
  private readonly stopping = new AbortController();
  private passing: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: EventLog,
    private readonly events: EventsBySequence,
    private readonly tree: LogTree,
    private readonly alteration: Alteration,
  ) {}

  /** Looks at the last event; then goes on with all of them in the background until shutdown. */
  async start(): Promise<void> {
    const size = this.tree.head()?.size ?? 0;
    if (size > 0) await this.checkOne(size);
    this.passing = this.passes();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.passing;
  }

  private async checkOne(sequence: number): Promise<void> {
    const event = await this.unlessAway(() => this.events.at(sequence), undefined);
    if (event !== undefined && !(event && this.tree.holds(event))) this.report(sequence);
  }

  private async passes(): Promise<void> {
    const { signal } = this.stopping;
    await pause(beginAfter, undefined, { signal, ref: false }).catch(() => undefined);
    while (!signal.aborted && !this.alteration.found) {
      const done = await this.unlessAway(() => this.pass(), false);
      await pause(done ? passEvery : retryAfter, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** True when it came to the end of the log. */
  private async pass(): Promise<boolean> {
    let place: LogPlace = beginning;
    const size = this.tree.head()?.size ?? 0;
    for (;;) {
      const begun = performance.now();
      const batch = await this.log.readAll(place, eventsAtOnce);
      if (batch.events.length === 0 && place.sequence >= size) return true;
      this.compare(batch.events, place.sequence, size);
      if (this.alteration.found || this.stopping.signal.aborted) return true;
      place = batch.place;
      await pause((performance.now() - begun) * restShare, undefined, { ref: false });
    }
  }

  /** Events that the tree has not come to yet are at least all there. */
  private compare(events: readonly LogEvent[], after: number, size: number): void {
    let next = after + 1;
    for (const event of events) {
      const isSame = event.sequence === next && (next > size || this.tree.holds(event));
      if (!isSame) return this.report(next);
      next += 1;
    }
    if (events.length === 0) this.report(next);
  }

  private report(sequence: number): void {
    const why = `Event ${String(sequence)} of the log is not what was recorded: it was changed behind our back.`;
    this.alteration.report({ sequence, why });
  }

  /** A log that is away says nothing about its events. */
  private async unlessAway<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (this.stopping.signal.aborted || error instanceof LogAway) return otherwise;
      this.logger.warn(`the log could not be checked: ${error instanceof Error ? error.message : String(error)}`);
      return otherwise;
    }
  }
}
