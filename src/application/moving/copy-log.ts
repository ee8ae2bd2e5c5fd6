import { setImmediate as nextTurn } from 'node:timers/promises';
import { Codec } from '../../domain/shared/codec.js';
import { logStream } from '../../domain/shared/stream.js';
import { type EventLog, type LogPlace, LogSealed, type StreamEvent } from '../../ports/event-log.js';
import type { LogCopy } from '../../ports/log-copy.js';
import { movedTo } from '../../ports/moved-to.js';
import type { Texts } from '../../ports/texts.js';
import { CannotCopy } from './cannot-copy.js';
import { Comparison } from './comparison.js';
import { CopiedTexts } from './copied-texts.js';
import { ending, sealing } from './move-events.js';

const batchSize = 500;

export interface CopyProgress {
  readonly doing: 'copying' | 'comparing';
  readonly done: number;
  readonly total: number;
}

export interface CopyPlan {
  readonly log: EventLog;
  readonly texts: Texts;
  readonly copy: LogCopy;
  /** What log and copy are called in `LogMoved` and `LogCopied`. */
  readonly from: string;
  readonly to: string;
  /** Goes on though the log was sealed for another place, where no copy of it was ever finished. */
  readonly instead: boolean;
  readonly recorder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CopyProgress) => void;
}

/** What was copied; `already`: the copy had been finished before, and nothing was to do. */
export interface Copied {
  readonly events: number;
  readonly texts: number;
  readonly already: boolean;
}

/**
 * Moves a log: copies it while it is still written to, seals it, copies the rest, and makes a log of the copy once
 * every event of it has been compared. Whatever ends it, the same again goes on where it was; until it is sealed the
 * log is as it was.
 */
export class LogCopying {
  private readonly comparison: Comparison;
  private readonly texts: CopiedTexts;

  constructor(private readonly plan: CopyPlan) {
    this.comparison = new Comparison(plan.log, plan.copy);
    this.texts = new CopiedTexts(plan.texts, plan.copy.texts);
  }

  /** @throws CannotCopy; LogSealed when the log was moved elsewhere; LogAway, LogNotReadable */
  async run(): Promise<Copied> {
    const { log, copy, from, recorder } = this.plan;
    const sealedFor = movedTo(await this.lastOfLogStream());
    if (copy.isFinished) return this.finishedBefore(sealedFor);
    this.assertMayMove(sealedFor);
    await this.compare();
    // What is recorded while the log is copied, which may take long, is little; and what is recorded meanwhile, less.
    for (let round = 0; round < 2; round += 1) await this.bringUpTo((await log.head()).sequence);
    if (sealedFor === null) await this.seal();
    await this.bringUpTo((await log.head()).sequence);
    const moved = await this.lastOfLogStream();
    const events = this.comparison.sequence;
    await copy.finish(ending(moved, { from, events }, recorder));
    return { events, texts: this.texts.count, already: false };
  }

  /** Copies what follows, up to this event, and compares it. */
  private async bringUpTo(last: number): Promise<void> {
    const { log, copy } = this.plan;
    let place: LogPlace = this.comparison.place;
    while (place.sequence < last) {
      const batch = await log.readAll(place, Math.min(batchSize, last - place.sequence));
      for (const event of batch.events) await this.texts.bring(event);
      await copy.add(batch.events);
      place = batch.place;
      await this.pass({ doing: 'copying', done: place.sequence, total: last });
    }
    await this.compare(last);
    if (this.comparison.sequence === last) return;
    throw new CannotCopy(`the copy has ${String(this.comparison.sequence)} events, not ${String(last)}.`);
  }

  /** Compares all that the copy has, or as much of it as the log had. */
  private async compare(last = Infinity): Promise<void> {
    const { copy } = this.plan;
    const { sequence: total } = await this.plan.log.head();
    try {
      await this.comparison.run(async (event) => {
        await this.texts.verify(event);
        if (event.sequence % batchSize === 0) await this.pass({ doing: 'comparing', done: event.sequence, total });
      }, last);
    } catch (error) {
      if (!(error instanceof CannotCopy)) throw error;
      throw new CannotCopy(`What stands at ${copy.where} is not the beginning of this log: ${error.message}`);
    }
  }

  private async pass(progress: CopyProgress): Promise<void> {
    this.plan.onProgress(progress);
    await nextTurn();
    this.plan.signal.throwIfAborted();
  }

  private async seal(): Promise<void> {
    const { log, to, recorder } = this.plan;
    await log.append(sealing(await this.lastOfLogStream(), to, recorder));
  }

  private async lastOfLogStream(): Promise<StreamEvent> {
    const last = (await this.plan.log.readStream(logStream)).at(-1);
    if (last === undefined) throw new CannotCopy('there is no log to copy.');
    return last;
  }

  private assertMayMove(sealedFor: string | null): void {
    const { to, instead } = this.plan;
    if (sealedFor !== null && sealedFor !== to && !instead) throw new LogSealed(sealedFor);
  }

  /** A finished copy of this very log is what was wanted. */
  private async finishedBefore(sealedFor: string | null): Promise<Copied> {
    const { log, copy, to } = this.plan;
    const other = new CannotCopy(`There is a log at ${copy.where} already, which is not a copy of this one.`);
    if (sealedFor !== to) throw other;
    const { sequence: events } = await log.head();
    try {
      await this.comparison.run(() => undefined, events);
    } catch (error) {
      throw error instanceof CannotCopy ? other : error;
    }
    const next = await this.comparison.nextInCopy();
    const last = next && new Codec().decode(next);
    if (last?.type !== 'LogCopied' || last.data.events !== events) throw other;
    return { events, texts: 0, already: true };
  }
}
