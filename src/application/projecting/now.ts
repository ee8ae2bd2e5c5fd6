import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/time/instant.js';
import { Clock } from '../../ports/clock.js';
import { Head } from './head.js';

const dayMilliseconds = 86_400_000;

/**
 * "Now" is everywhere the greater of the clock and the head's recorded time, so that a clock set back changes nothing.
 */
@Injectable()
export class Now {
  constructor(
    private readonly clock: Clock,
    private readonly head: Head,
  ) {}

  instant(): Instant {
    return Math.max(this.clock.now(), this.head.recordedAt ?? -Infinity);
  }

  /** The T of a question that does not say: today's UTC date, so that today's acts count. */
  endOfToday(): Instant {
    return (Math.floor(this.instant() / dayMilliseconds) + 1) * dayMilliseconds;
  }
}
