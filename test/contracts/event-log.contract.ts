import type { EventLog } from '../../src/ports/event-log.js';
import { describeAppending } from './event-log-appending.contract.js';
import { describeReading } from './event-log-reading.contract.js';
import { describeRepeating } from './event-log-repeating.contract.js';
import { describeSealing } from './event-log-sealing.contract.js';

/** What every log keeps to; `open` gives a new, empty one each time. */
export function describeEventLog(name: string, open: () => Promise<EventLog>): void {
  describe(`${name} as an event log`, () => {
    describeAppending(open);
    describeRepeating(open);
    describeReading(open);
    describeSealing(open);
  });
}
