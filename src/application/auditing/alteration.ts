import { Injectable, Logger } from '@nestjs/common';
import { Refusal } from '../../domain/shared/refusal.js';

/** The log is not what was committed to. */
export interface Found {
  /** The event that is not what it was, or the last of those among which one is not. */
  readonly sequence: number;
  readonly why: string;
}

/** Whether the log was found to be changed behind this node's back. From then on the node says so and signs nothing. */
@Injectable()
export class Alteration {
  private readonly logger = new Logger(Alteration.name);
  private first: Found | null = null;

  get found(): Found | null {
    return this.first;
  }

  report(found: Found): void {
    if (this.first) return;
    this.first = found;
    this.logger.error(`${found.why} Nothing is signed any more.`);
  }

  /** Reports it, for whoever asked for what cannot be given any more. @throws Refusal `log-altered` */
  refuse(found: Found): never {
    this.report(found);
    throw refusalOf(this.first ?? found);
  }

  /** @throws Refusal `log-altered` */
  assertNone(): void {
    if (this.first) throw refusalOf(this.first);
  }
}

function refusalOf({ sequence, why }: Found): Refusal {
  return new Refusal('log-altered', why, [], { sequence });
}
