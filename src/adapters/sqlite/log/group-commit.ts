import { setImmediate } from 'node:timers/promises';
import type { Append, Appended } from '../../../ports/event-log.js';
import { asLogAway } from '../shared/sqlite-failure.js';
import type { AppendOutcome } from './write-append.js';

/** Writes the appends in one transaction and says, after its commit, what became of each. */
type CommitAppends = (appends: readonly Append[]) => Promise<readonly AppendOutcome[]>;

interface QueuedAppend {
  readonly append: Append;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (reason: unknown) => void;
}

/** So that one commit does not keep the event loop for long. */
const batchSizeMax = 512;

/**
 * Appends that come in the same turn of the event loop, or while a commit is on its way, share a commit and so its
 * wait for the disk. Each is answered by its own outcome; when the commit fails, every one of them is rejected.
 */
export class GroupCommit {
  private readonly queue: QueuedAppend[] = [];
  private draining: Promise<void> | undefined;

  constructor(private readonly commit: CommitAppends) {}

  add(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.queue.push({ append, resolve, reject });
      this.draining ??= this.drain();
    });
  }

  /** Resolves when everything added before is answered. */
  async idle(): Promise<void> {
    await this.draining;
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      await setImmediate();
      await this.settle(this.queue.splice(0, batchSizeMax));
    }
    this.draining = undefined;
  }

  private async settle(batch: readonly QueuedAppend[]): Promise<void> {
    try {
      const outcomes = await this.commit(batch.map(({ append }) => append));
      batch.forEach((queued, index) => answer(queued, outcomes[index]));
    } catch (error) {
      const reason = asLogAway(error);
      batch.forEach(({ reject }) => reject(reason));
    }
  }
}

function answer({ resolve, reject }: QueuedAppend, outcome: AppendOutcome | undefined): void {
  if (outcome === undefined || outcome instanceof Error) reject(outcome);
  else resolve(outcome);
}
