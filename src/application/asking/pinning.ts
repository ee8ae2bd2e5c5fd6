import { Injectable } from '@nestjs/common';
import { refuseIf } from '../../domain/shared/check.js';
import { Refusal } from '../../domain/shared/refusal.js';
import { formatInstant } from '../../domain/time/instant.js';
import { parseTime } from '../../domain/time/time.js';
import { Chronicle } from '../../ports/chronicle.js';
import { EventLog } from '../../ports/event-log.js';
import { Head } from '../projecting/head.js';
import { Now } from '../projecting/now.js';
import { ProjectionRunner } from '../projecting/projection-runner.js';
import type { KnowledgeAsked, KnownAt } from './knowledge.js';

/** How long a question waits for this node to catch up with what it asks for, in milliseconds. */
const patience = 5_000;

/** Pins K once for one question: every part of its answer is of the same knowledge. */
@Injectable()
export class Pinning {
  constructor(
    private readonly head: Head,
    private readonly now: Now,
    private readonly log: EventLog,
    private readonly chronicle: Chronicle,
    private readonly runner: ProjectionRunner,
  ) {}

  /** @throws Refusal `behind`, `beyond-head`, `bad-time` */
  async pin({ atSequence, knownAt, minSequence }: KnowledgeAsked): Promise<KnownAt> {
    if (!this.runner.isServing) throw new Refusal('behind', 'This node is building its views and does not answer yet.');
    if (atSequence !== null) await this.assertInLog(atSequence);
    await this.reach(Math.max(minSequence ?? 0, atSequence ?? 0));
    if (knownAt !== null) return this.atTime(knownAt);
    return this.at(atSequence ?? this.head.sequence, true);
  }

  /** @throws Refusal `beyond-head` for what no node can have told of yet */
  async assertInLog(sequence: number, pointer = '?atSequence'): Promise<void> {
    if (sequence <= this.head.sequence) return;
    const { sequence: last } = await this.log.head();
    const detail = `The log holds ${String(last)} events; there is no sequence ${String(sequence)} yet.`;
    refuseIf(sequence > last, 'beyond-head', { pointer, detail });
  }

  private async reach(sequence: number): Promise<void> {
    const reached = await this.head.until(patience, () => (this.head.sequence >= sequence ? true : null));
    if (reached) return;
    const detail = `This node has come to sequence ${String(this.head.sequence)} so far, not to ${String(sequence)}.`;
    throw new Refusal('behind', detail);
  }

  private atTime(knownAt: string): KnownAt {
    const pointer = '?knownAt';
    const { start, end } = parseTime(knownAt, pointer);
    const now = this.now.instant();
    const detail = `What the log will hold at ${knownAt} is not known; now is ${formatInstant(now)}.`;
    refuseIf(start === end && end > now, 'beyond-head', { pointer, detail });
    const asked = Math.min(end, now);
    const settled = asked < (this.head.recordedAt ?? -Infinity);
    return this.at(settled ? (this.chronicle.lastBy(asked)?.sequence ?? 0) : this.head.sequence, settled);
  }

  private recordedAt(sequence: number): number | null {
    if (sequence === this.head.sequence) return this.head.recordedAt;
    return sequence === 0 ? null : this.chronicle.recordedAt(sequence);
  }

  private at(sequence: number, settled: boolean): KnownAt {
    const recordedAt = this.recordedAt(sequence);
    return { sequence, recordedAt: recordedAt === null ? null : formatInstant(recordedAt), settled };
  }
}
