import { setTimeout as pause } from 'node:timers/promises';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EventLog, LogAway, LogNotReadable } from '../../ports/event-log.js';
import { Head } from '../projecting/head.js';
import { ProjectionRunner } from '../projecting/projection-runner.js';

/** A node may take so long, in milliseconds, to come to where the log was, and still be ready. */
const lagMax = 5_000;
/** Whoever asks for readiness is not kept waiting longer, in milliseconds, by a log that does not answer. */
const answerMax = 1_000;

export interface Readiness {
  readonly ready: boolean;
  /** It answers, at its last K, and does not follow the log just now. */
  readonly degraded: boolean;
  readonly detail: string | null;
  readonly sequence: number;
  /** Events in the log that this node has not projected; null when the log cannot be reached. */
  readonly behind: number | null;
}

export class GetReadiness extends Query<Readiness> {}

@QueryHandler(GetReadiness)
export class GetReadinessHandler implements IQueryHandler<GetReadiness> {
  /** Where the log was when this node was last seen to have come to where it had been before. */
  private awaited = { sequence: 0, since: 0 };

  constructor(
    private readonly log: EventLog,
    private readonly head: Head,
    private readonly runner: ProjectionRunner,
  ) {}

  async execute(): Promise<Readiness> {
    const last = await this.lastInLog();
    const { sequence } = this.head;
    const { state, isServing } = this.runner;
    return {
      ready: isServing && state.name !== 'stopped' && !this.isLagging(last),
      degraded: last === null || 'why' in state,
      detail: 'why' in state ? state.why : null,
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

  private async lastInLog(): Promise<number | null> {
    const timer = new AbortController();
    const late = pause(answerMax, null, { signal: timer.signal, ref: false }).catch(() => null);
    try {
      return await Promise.race([this.log.head().then(({ sequence }) => sequence), late]);
    } catch (error) {
      if (error instanceof LogAway || error instanceof LogNotReadable) return null;
      throw error;
    } finally {
      timer.abort();
    }
  }
}
