import type { EventLog } from '../../ports/event-log.js';

export type Progress = (done: number, total: number) => void;

/** Events between two questions of how many there will be: to a log that is far away, each is a call. */
const judgedEvery = 10_000;

/** Tells whoever wants to know how far a build has come, of how many events. */
export class BuildProgress {
  private total = 0;
  private judgedNext = 0;

  constructor(
    private readonly log: EventLog,
    private readonly onProgress: Progress | undefined,
  ) {}

  /** @throws LogAway */
  async tell(done: number): Promise<void> {
    if (!this.onProgress) return;
    if (done >= this.judgedNext) {
      this.total = (await this.log.extent()) ?? 0;
      this.judgedNext = done + judgedEvery;
    }
    this.onProgress(done, Math.max(this.total, done));
  }
}
