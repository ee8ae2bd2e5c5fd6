import { setTimeout as pause } from 'node:timers/promises';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { logStream } from '../../domain/shared/stream.js';
import { EventLog, LogAway, LogNotReadable, LogSealed } from '../../ports/event-log.js';
import { movedTo } from '../../ports/moved-to.js';
import { Alteration } from '../auditing/alteration.js';
import { Head } from '../projecting/head.js';
import { ProjectionRunner } from '../projecting/projection-runner.js';

/** A node may take so long, in milliseconds, to come to where the log was, and still be ready. */
const lagMax = 5_000;
/** Whoever asks for readiness is not kept waiting longer, in milliseconds, by a log that does not answer. */
const answerMax = 1_000;

export interface Readiness {
  readonly ready: boolean;
  /** It answers, at its last K, and does not follow the log just now, or found that the log was changed. */
  readonly degraded: boolean;
  readonly detail: string | null;
  readonly sequence: number;
  /**
   * Events in the log that this node has not projected, while it builds its views about so many; null when the log
   * cannot be reached, or nothing of it was read yet.
   */
  readonly behind: number | null;
}

/** What the log says of itself. */
interface LogState {
  readonly isAway: boolean;
  /** The sequence of its last event, or about that; null while it is not known. */
  readonly last: number | null;
  /** Why it takes nothing more; null while it does. */
  readonly sealed: string | null;
}

const away: LogState = { isAway: true, last: null, sealed: null };

export class GetReadiness extends Query<Readiness> {}

@QueryHandler(GetReadiness)
export class GetReadinessHandler implements IQueryHandler<GetReadiness> {
  /** Where the log was when this node was last seen to have come to where it had been before. */
  private awaited = { sequence: 0, since: 0 };

  constructor(
    private readonly log: EventLog,
    private readonly head: Head,
    private readonly runner: ProjectionRunner,
    private readonly alteration: Alteration,
  ) {}

  async execute(): Promise<Readiness> {
    const { isAway, last, sealed } = await this.logState();
    const { sequence } = this.head;
    const { state, isServing } = this.runner;
    const detail = 'why' in state ? state.why : (this.alteration.found?.why ?? sealed);
    return {
      ready: isServing && state.name !== 'stopped' && !this.isLagging(last),
      degraded: isAway || detail !== null,
      detail,
      sequence,
      behind: last === null ? null : Math.max(0, last - sequence),
    };
  }

  /** Whether the node has not come for too long to where the log was; a log that is away makes nobody lag. */
  private isLagging(last: number | null): boolean {
    if (last === null) return false;
    const now = performance.now();
    if (this.head.sequence >= this.awaited.sequence) this.awaited = { sequence: last, since: now };
    return this.head.sequence < this.awaited.sequence && now - this.awaited.since > lagMax;
  }

  private async logState(): Promise<LogState> {
    const timer = new AbortController();
    const late = pause(answerMax, away, { signal: timer.signal, ref: false }).catch(() => away);
    try {
      return await Promise.race([this.askLog(), late]);
    } catch (error) {
      if (error instanceof LogAway || error instanceof LogNotReadable) return away;
      throw error;
    } finally {
      timer.abort();
    }
  }

  /** Counted once the views are there: while they are built, counting would take as long again as reading the log. */
  private async lastEvent(): Promise<number | null> {
    return this.runner.isServing ? (await this.log.head()).sequence : this.log.extent();
  }

  private async askLog(): Promise<LogState> {
    const [last, stream] = await Promise.all([this.lastEvent(), this.log.readStream(logStream)]);
    const to = movedTo(stream.at(-1));
    return { isAway: false, last, sealed: to === null ? null : new LogSealed(to).message };
  }
}
