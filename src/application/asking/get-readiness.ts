import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EventLog, LogAway } from '../../ports/event-log.js';
import { Head } from '../projecting/head.js';
import { ProjectionRunner } from '../projecting/projection-runner.js';

/** Events a node may lag behind the log for so long, in milliseconds, and still be ready. */
const lagMax = 5_000;

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
  private caughtUpAt = Infinity;

  constructor(
    private readonly log: EventLog,
    private readonly head: Head,
    private readonly runner: ProjectionRunner,
  ) {}

  async execute(): Promise<Readiness> {
    const { sequence } = this.head;
    const behind = await this.behind();
    const { state, isServing } = this.runner;
    return {
      ready: isServing && state.name !== 'stopped' && !this.isLagging(behind),
      degraded: behind === null || 'why' in state,
      detail: 'why' in state ? state.why : null,
      sequence,
      behind,
    };
  }

  /** Behind for too long a time; a log that is away makes nobody lag. */
  private isLagging(behind: number | null): boolean {
    if (behind === 0) this.caughtUpAt = performance.now();
    return (behind ?? 0) > 0 && performance.now() - this.caughtUpAt > lagMax;
  }

  private async behind(): Promise<number | null> {
    try {
      return Math.max(0, (await this.log.head()).sequence - this.head.sequence);
    } catch (error) {
      if (error instanceof LogAway) return null;
      throw error;
    }
  }
}
