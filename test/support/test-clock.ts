import { Clock } from '../../src/ports/clock.js';

/** A clock that stands still until it is told to move. */
export class TestClock extends Clock {
  constructor(public time: number) {
    super();
  }

  override now(): number {
    return this.time;
  }
}
