import type { LogEvent } from '../../../ports/event-log.js';

type Events = readonly [LogEvent, ...LogEvent[]];

/** A server takes 1 MiB of data in one append; an event of the log is never longer than this. */
const appendBytesMax = 1_000_000;

/** The events as appends of one stream each, in their order: what one stream got in a row goes together. */
export function appendsOf(events: readonly LogEvent[]): readonly Events[] {
  const appends: [LogEvent, ...LogEvent[]][] = [];
  let bytes = 0;
  for (const event of events) {
    const length = Buffer.byteLength(event.data, 'utf8');
    const last = appends.at(-1);
    bytes += length;
    if (last?.[0].stream === event.stream && bytes <= appendBytesMax) last.push(event);
    else {
      appends.push([event]);
      bytes = length;
    }
  }
  return appends;
}
