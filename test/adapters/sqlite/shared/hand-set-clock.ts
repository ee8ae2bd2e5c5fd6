import { Clock } from '../../../../src/ports/clock.js';

/** A clock that stands still until it is set. */
export class HandSetClock extends Clock {
  constructor(public time = Date.UTC(2025, 3, 22)) {
    super();
  }

  override now(): number {
    return this.time;
  }
}
