import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { originOf } from '../../domain/audit/checkpoint.js';
import { rootAt } from '../../domain/audit/tree-nodes.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { EventLog } from '../../ports/event-log.js';
import { type LogHead, NoKey, NotConsistent, Notary, type SignedHead } from '../../ports/notary.js';
import { LogTree } from '../../ports/log-tree.js';
import { ProjectionRunner } from '../projecting/projection-runner.js';
import { Alteration } from './alteration.js';

/** How often what was recorded meanwhile is signed when nobody asks, in milliseconds. */
const signEvery = 60_000;

/** Signs the log as far as this node has projected it: when asked, when it starts and ends, and every minute. */
@Injectable()
export class Checkpoints implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Checkpoints.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly tree: LogTree,
    private readonly notary: Notary,
    private readonly alteration: Alteration,
    private readonly runner: ProjectionRunner,
  ) {}

  async start(): Promise<void> {
    await this.signQuietly();
    this.timer = setInterval(() => void this.signQuietly(), signEvery).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.signQuietly();
  }

  /** The checkpoint of all that this node has projected. @throws Refusal `log-altered`, `behind`, `not-found` */
  async latest(): Promise<SignedHead> {
    this.alteration.assertNone();
    const head = this.head();
    try {
      return await this.notary.sign(head, (size) => rootAt(this.tree, size));
    } catch (error) {
      if (error instanceof NoKey) throw new Refusal('not-found', error.message);
      if (error instanceof NotConsistent) return this.signedAhead(head, error);
      throw error;
    }
  }

  /** The name that the log signs with. @throws Refusal `behind` */
  origin(): string {
    return this.head().origin;
  }

  /** What another process signed of events that this node has still to project; else the log is not what it was. */
  private async signedAhead({ origin, size }: LogHead, { signed, message }: NotConsistent): Promise<SignedHead> {
    this.runner.assertWritable();
    const isAhead = signed.origin === origin && signed.size > size;
    if (isAhead && (await this.log.head()).sequence >= signed.size) return signed;
    return this.alteration.refuse({ sequence: signed.size, why: message });
  }

  private head(): LogHead {
    const head = this.tree.head();
    if (!head) throw new Refusal('behind', 'This node is building its views and does not answer yet.');
    return { origin: originOf(head.logId), size: head.size, root: head.root };
  }

  /** Signing is no condition of anything else: what is wrong is said, by `Alteration` and here. */
  private async signQuietly(): Promise<void> {
    if (this.alteration.found) return;
    try {
      await this.latest();
    } catch (error) {
      if (error instanceof Refusal) return;
      this.logger.warn(`nothing could be signed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
